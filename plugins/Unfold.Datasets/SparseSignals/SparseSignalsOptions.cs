using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Options of <see cref="SparseSignals"/>.</summary>
public sealed record SparseSignalsOptions : IValidatableObject
{
    /// <summary>n: entries of a signal.</summary>
    [Range(1, 1_000_000)]
    public int Length { get; init; } = 500;

    /// <summary>p: the probability that an entry is not zero; pn of them are expected.</summary>
    [Range(1e-6, 1)]
    public double Probability { get; init; } = 0.1;

    /// <summary>Training signals.</summary>
    [Range(1, 10_000_000)]
    public int Train { get; init; } = 50_000;

    /// <summary>Validation signals, drawn for themselves; none are carved from the training signals.</summary>
    [Range(1, 10_000_000)]
    public int Validation { get; init; } = 1000;

    /// <summary>Test signals.</summary>
    [Range(1, 10_000_000)]
    public int Test { get; init; } = 10_000;

    /// <summary>Whether every epoch trains on other signals, as many: there is then no training set to fit, and figures on training signals are of the first draw.</summary>
    public bool Fresh { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((long)Length * Math.Max(Train, Math.Max(Validation, Test)) > Array.MaxLength)
            yield return new ValidationResult("a split of so many signals of this length does not fit into memory as one array", [nameof(Length)]);
    }
}
