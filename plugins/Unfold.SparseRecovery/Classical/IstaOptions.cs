using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="Ista"/>.</summary>
public sealed record IstaOptions
{
    /// <summary>Layers K: iterations.</summary>
    [Range(1, 100_000)]
    public int Layers { get; init; } = 16;

    /// <summary>Weight λ of ‖x‖₁, in normalised units.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Lambda { get; init; } = 0.4;
}
