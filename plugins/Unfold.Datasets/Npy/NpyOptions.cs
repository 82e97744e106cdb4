using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Options of <see cref="Npy"/>.</summary>
public sealed record NpyOptions : IValidatableObject
{
    private const string FileName = @"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\.npy$";

    /// <summary>The file of the training signals, under a data folder.</summary>
    [RegularExpression(FileName)]
    public required string Train { get; init; }

    /// <summary>The file of the test signals, under a data folder.</summary>
    [RegularExpression(FileName)]
    public required string Test { get; init; }

    /// <summary>The file of the validation signals, under a data folder; null: the engine carves them from the training signals.</summary>
    [RegularExpression(FileName)]
    public string? Validation { get; init; }

    /// <summary>
    /// The value that is pixel 0. With <see cref="Maximum"/> it declares the signals' range: estimates are clipped to it, and there are PSNR and SSIM. Null: 0 for arrays of
    /// bytes, and no range for arrays of floating-point numbers.
    /// </summary>
    public double? Minimum { get; init; }

    /// <summary>The value that is pixel 1. Null: 255 for arrays of bytes, and no range for arrays of floating-point numbers.</summary>
    public double? Maximum { get; init; }

    /// <summary>What networks see.</summary>
    public NpyNormalization Normalization { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var shared in SplitNames.Shared("signals", Train, Test, Validation))
            yield return shared;
        if (Minimum is null != Maximum is null)
            yield return new ValidationResult("a range has a minimum and a maximum: give both or none", [nameof(Minimum)]);
        if (Minimum >= Maximum)
            yield return new ValidationResult($"{Minimum} to {Maximum} is no range", [nameof(Minimum)]);
    }
}
