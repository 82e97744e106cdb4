using System.ComponentModel.DataAnnotations;

namespace Unfold.Losses;

/// <summary>Options of <see cref="WeightedSum"/>.</summary>
public sealed record WeightedSumOptions : IValidatableObject
{
    /// <summary>The losses Lᵢ.</summary>
    [MinLength(1)]
    public required IReadOnlyList<ILoss> Losses { get; init; }

    /// <summary>Their weights wᵢ, in the same order.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public required IReadOnlyList<double> Weights { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Losses.Count != Weights.Count)
            yield return new ValidationResult($"{Losses.Count} losses and {Weights.Count} weights: each loss has one", [nameof(Weights)]);
    }
}
