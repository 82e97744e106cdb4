using System.ComponentModel.DataAnnotations;
using Unfold.StartEstimates;

namespace Unfold.Classical;

/// <summary>Options of <see cref="PrimalDualTotalVariation"/>.</summary>
public sealed record PrimalDualTotalVariationOptions : IValidatableObject
{
    /// <summary>Layers K: iterations.</summary>
    [Range(1, 100_000)]
    public int Layers { get; init; } = 500;

    /// <summary>Which norm the two differences of a pixel are put together with.</summary>
    public TotalVariationNorm Norm { get; init; } = TotalVariationNorm.Isotropic;

    /// <summary>The range that pixels are held in.</summary>
    public BoxRule Box { get; init; } = BoxRule.None;

    /// <summary>How the estimate is held to its measurements.</summary>
    public DataTerm Data { get; init; } = DataTerm.Constraint;

    /// <summary>The bound ε of <see cref="DataTerm.Constraint"/>.</summary>
    public ResidualBound NoiseBound { get; init; } = ResidualBound.Known;

    /// <summary>Weight λ of TV(x), in normalised units: needed with <see cref="DataTerm.Penalty"/>, and only there.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double? Lambda { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Data == DataTerm.Penalty && Lambda is null)
            yield return new ValidationResult("a penalty needs the weight of total variation: give lambda", [nameof(Lambda)]);
        if (Data == DataTerm.Constraint && Lambda is not null)
            yield return new ValidationResult("a constraint has no weight: leave lambda out, or set data to 'penalty'", [nameof(Lambda)]);
    }
}
