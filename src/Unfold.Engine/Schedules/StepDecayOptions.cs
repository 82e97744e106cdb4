using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Schedules;

/// <summary>Options of <see cref="StepDecay"/>.</summary>
public sealed record StepDecayOptions
{
    /// <summary>Number of equal parts of the run.</summary>
    [Range(1, 1000)]
    public int Parts { get; init; } = 3;

    /// <summary>Factor from part to part.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Factor { get; init; } = 0.5;
}
