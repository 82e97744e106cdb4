using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="BlockWise"/>.</summary>
public sealed record BlockWiseOptions : IValidatableObject
{
    /// <summary>Rows and columns B of a block, in pixels; the sides of the image must be multiples of it.</summary>
    [Range(1, 4096)]
    public int Size { get; init; } = 32;

    /// <summary>How a block of B×B pixels is measured. Without noise: that is the option <see cref="Noise"/> here.</summary>
    public required IMeasurement Measurement { get; init; }

    /// <summary>Noise on the measurements of all blocks; null for none.</summary>
    public INoise? Noise { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Measurement.Noise is not null)
            yield return new ValidationResult("noise is added to the measurements of the whole image: move it from the blocks' measurement to 'noise' of 'block-wise'", [nameof(Measurement)]);
    }
}
