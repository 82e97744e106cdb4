using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="Alista"/>.</summary>
public sealed record AlistaOptions
{
    /// <summary>Layers K.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 16;

    /// <summary>Step size γ that every layer starts with.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InitialStep { get; init; } = 0.5;

    /// <summary>Threshold θ that every layer starts with, normalised units.</summary>
    [Range(0, 1e12)]
    public double InitialThreshold { get; init; } = 0.5;

    /// <summary>
    /// Entries p that the last layer selects; layer k selects the whole part of the k-th of K numbers evenly spaced from ⌊p/K⌋ to p. 60 is 1.2 times
    /// the 50 non-zeros of the usual problem. 0: no selection.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public int Selected { get; init; } = 60;

    /// <summary>Which of the selected entries pass unshrunk.</summary>
    public SelectionRule Selection { get; init; } = SelectionRule.All;
}
