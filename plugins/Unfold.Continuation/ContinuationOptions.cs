using System.ComponentModel.DataAnnotations;

namespace Unfold.Continuation;

/// <summary>Options of <see cref="ProximalPoint"/> and <see cref="Accelerated"/>.</summary>
public sealed record ContinuationOptions
{
    /// <summary>Continuation steps J.</summary>
    [Range(1, 10_000)]
    public int Steps { get; init; } = 3;

    /// <summary>What happens to the dual variables between steps.</summary>
    public DualRule Dual { get; init; } = DualRule.Reset;

    /// <summary>Factor β from step to step on the smoothing parameter: µ_j = βʲ µ. The rate of <see cref="Accelerated"/> assumes 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double SmoothingFactor { get; init; } = 1;

    /// <summary>Whether gradients flow through the warm start, into the steps before.</summary>
    public bool GradientThroughWarmStart { get; init; } = true;

    /// <summary>Layers of every step; null for the network's own number.</summary>
    [Range(1, 10_000)]
    public int? Layers { get; init; }
}
