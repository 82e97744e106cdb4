using System.ComponentModel.DataAnnotations;

namespace Unfold.Continuation;

/// <summary>Options of <see cref="Fidelity"/>.</summary>
public sealed record FidelityOptions
{
    /// <summary>How α falls from 1.</summary>
    public FidelitySchedule Schedule { get; init; } = FidelitySchedule.Exponential;

    /// <summary>Share of training with α &gt; 0; after it training sees the real measurements.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Share { get; init; } = 0.7;

    /// <summary>The α at the end of that share of <see cref="FidelitySchedule.Exponential"/>.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double Floor { get; init; } = 1e-7;

    /// <summary>The synthetic operator H.</summary>
    public SyntheticOperator Synthetic { get; init; } = SyntheticOperator.Orthogonal;
}
