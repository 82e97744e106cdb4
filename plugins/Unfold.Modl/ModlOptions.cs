using System.ComponentModel.DataAnnotations;

namespace Unfold.Modl;

/// <summary>Options of <see cref="Modl"/>.</summary>
public sealed record ModlOptions
{
    /// <summary>Layers K: each denoises once and solves once.</summary>
    [Range(1, 10_000)]
    public int Layers { get; init; } = 10;

    /// <summary>Convolutions of the denoiser D.</summary>
    [Range(2, 1000)]
    public int Depth { get; init; } = 5;

    /// <summary>Filters of D's convolutions but the last; kernels are 3×3.</summary>
    [Range(1, 4096)]
    public int Filters { get; init; } = 64;

    /// <summary>First λ, the weight of ‖x − D(x)‖². Learnt as its logarithm.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Regularization { get; init; } = 0.05;

    /// <summary>The estimate before the first layer. Null: Aᵀy.</summary>
    public IArchitecture? Start { get; init; }

    /// <summary>The most iterations of conjugate gradients for one solve.</summary>
    [Range(1, 100_000)]
    public int Iterations { get; init; } = 50;

    /// <summary>A signal's solve ends at a residual of this part of its right-hand side.</summary>
    [Range(0, 1)]
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>How solves are differentiated.</summary>
    public SolverGradient Gradient { get; init; }

    /// <summary>The range that estimates are clamped to.</summary>
    public OutputRange OutputRange { get; init; }
}
