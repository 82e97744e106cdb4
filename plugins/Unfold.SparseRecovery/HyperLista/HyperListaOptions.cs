using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="HyperLista"/>. The three numbers are where training starts, and what an untrained network uses.</summary>
public sealed record HyperListaOptions
{
    /// <summary>Layers K.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 16;

    /// <summary>c₁, of the thresholds θ = c₁ μ‖A⁺(Ax − y)‖₁; searched in [10⁻⁴, 1].</summary>
    [Range(1e-4, 1)]
    public double ThresholdFactor { get; init; } = 0.032;

    /// <summary>c₂, of the momentum β = c₂ μ‖x‖₀; searched in [10⁻⁵, 1].</summary>
    [Range(1e-5, 1)]
    public double MomentumFactor { get; init; } = 0.0139;

    /// <summary>c₃, of the number of selected entries p = c₃ ln(‖A⁺y‖₁/‖A⁺(Ax − y)‖₁); searched in [0.1, 1000].</summary>
    [Range(0.1, 1000)]
    public double SelectionFactor { get; init; } = 13;
}
