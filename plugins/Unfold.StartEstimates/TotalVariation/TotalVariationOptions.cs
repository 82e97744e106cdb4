using System.ComponentModel.DataAnnotations;

namespace Unfold.StartEstimates;

/// <summary>Options of <see cref="TotalVariation"/>.</summary>
public sealed record TotalVariationOptions
{
    /// <summary>Which norm the two differences of a pixel are put together with.</summary>
    public TotalVariationNorm Norm { get; init; } = TotalVariationNorm.Isotropic;

    /// <summary>The range that pixels are held in.</summary>
    public BoxRule Box { get; init; } = BoxRule.None;

    /// <summary>The bound ε on ‖y − Ax‖₂.</summary>
    public ResidualBound NoiseBound { get; init; } = ResidualBound.Known;

    /// <summary>Iterations of the solver. On MNIST at m/n = 0.25 and σ = 1e-4, 300 are within 0.2 % of the limit.</summary>
    [Range(1, 100_000)]
    public int Iterations { get; init; } = 300;
}
