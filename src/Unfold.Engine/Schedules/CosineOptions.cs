using System.ComponentModel.DataAnnotations;

namespace Unfold.Engine.Schedules;

/// <summary>Options of <see cref="Cosine"/>.</summary>
public sealed record CosineOptions
{
    /// <summary>The factor at the end.</summary>
    [Range(0, 1)]
    public double Final { get; init; } = 0.01;

    /// <summary>Share of all steps with a linear rise from 0 at the start.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Warmup { get; init; }
}
