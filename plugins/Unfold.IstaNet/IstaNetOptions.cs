using System.ComponentModel.DataAnnotations;

namespace Unfold.IstaNet;

/// <summary>Options of <see cref="IstaNet"/> and <see cref="IstaNetPlus"/>.</summary>
public sealed record IstaNetOptions
{
    /// <summary>Phases K, one layer each.</summary>
    [Range(1, 10_000)]
    public int Layers { get; init; } = 9;

    /// <summary>Filters N_f of every convolution; their kernels are 3×3.</summary>
    [Range(1, 4096)]
    public int Filters { get; init; } = 32;

    /// <summary>Whether all phases share one set of weights.</summary>
    public bool Shared { get; init; }

    /// <summary>First step size ρ of every phase, in units of 1/‖A‖² (the paper's matrices have ‖A‖ = 1). Learnt as its logarithm.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Step { get; init; } = 0.5;

    /// <summary>First threshold θ of every phase. Learnt as its logarithm.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Threshold { get; init; } = 0.01;

    /// <summary>
    /// Weight γ of the symmetry penalty on the training loss, the mean square of F̃(F(r)) − r summed over the phases (of H̃(H(D(r))) − D(r) for
    /// ISTA-Net⁺), r being what the phase transforms. Phases that share their weights have one such constraint, at the estimate. 0: none.
    /// </summary>
    [Range(0, 1e6)]
    public double SymmetryWeight { get; init; } = 0.01;

    /// <summary>The estimate before the first phase.</summary>
    public InitialEstimate Initial { get; init; }

    /// <summary>The range that estimates are clamped to.</summary>
    public OutputRange OutputRange { get; init; }
}
