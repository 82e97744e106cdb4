using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Schedules;

/// <summary>Options of <see cref="Warmup"/>.</summary>
public sealed record WarmupOptions
{
    /// <summary>Share of all steps with a linear rise from 0.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double Share { get; init; } = 0.05;

    /// <summary>The schedule of the steps that are left; null keeps the rate constant.</summary>
    public ILearningRateSchedule? Schedule { get; init; }
}
