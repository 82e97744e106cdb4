using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="Gaussian"/>.</summary>
public sealed record GaussianOptions : IValidatableObject
{
    /// <summary>Measurement ratio m/n; m is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Ratio { get; init; } = 0.25;

    /// <summary>What is done with the Gaussian entries. Null: they stay independent, N(0, 1/m).</summary>
    public GaussianEnsemble? Ensemble { get; init; }

    /// <summary>
    /// Condition number κ = σ₁/σ_m: the singular values of a Gaussian matrix become logarithmically spaced from 1 to 1/κ, as Chen et al. (LISTA-CPSS, NeurIPS
    /// 2018) space them; its singular vectors stay. Null: as they fall.
    /// </summary>
    [Range(1, 1e6)]
    public double? Condition { get; init; }

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Condition is not null && Ensemble is not (null or GaussianEnsemble.Independent))
            yield return new ValidationResult("a condition number sets every singular value, and leaves nothing for an ensemble to set: give one of them", [nameof(Condition)]);
    }
}
