using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="Fista"/>.</summary>
public sealed record FistaOptions
{
    /// <summary>Layers K: iterations.</summary>
    [Range(1, 100_000)]
    public int Layers { get; init; } = 16;

    /// <summary>Weight λ of ‖x‖₁, in normalised units.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Lambda { get; init; } = 0.4;

    /// <summary>Which of an iteration's two points is the estimate.</summary>
    public FistaEstimate Estimate { get; init; } = FistaEstimate.Proximal;
}
