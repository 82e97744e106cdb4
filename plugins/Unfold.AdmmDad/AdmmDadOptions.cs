using System.ComponentModel.DataAnnotations;
using Unfold.Deconet;

namespace Unfold.AdmmDad;

/// <summary>Options of <see cref="AdmmDad"/>.</summary>
public sealed record AdmmDadOptions
{
    /// <summary>Layers L, one iteration each: L solves for x, L − 1 updates of z and u between them.</summary>
    [Range(1, 10_000)]
    public int Layers { get; init; } = 10;

    /// <summary>Redundancy N/n of the analysis operator W ∈ ℝᴺˣⁿ. At least 1: else AᵀA + ρWᵀW may be singular.</summary>
    [Range(1, 1000)]
    public double Redundancy { get; init; } = 5;

    /// <summary>λ, the weight of ‖Wx‖₁.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Regularization { get; init; } = 1e-4;

    /// <summary>ρ, the penalty parameter of the method.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Rho { get; init; } = 1;

    /// <summary>Learn ρ (as its logarithm), starting from <see cref="Rho"/>.</summary>
    public bool LearnRho { get; init; }

    /// <summary>Whether λ is learnt (as its logarithm), and whether every layer learns its own; all start at <see cref="Regularization"/>.</summary>
    public ThresholdRule Threshold { get; init; }

    /// <summary>Initial W.</summary>
    public AnalysisInit Init { get; init; } = AnalysisInit.Kaiming;

    /// <summary>Factor on the initial W.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InitScale { get; init; } = 1;

    /// <summary>The range that estimates are clamped to.</summary>
    public OutputRange OutputRange { get; init; }
}
