using System.ComponentModel.DataAnnotations;

namespace PluginNamespace;

/// <summary>Options of <see cref="PluginClassContinuation"/>.</summary>
public sealed record PluginClassOptions
{
    /// <summary>Continuation steps J.</summary>
    [Range(1, 100)]
    public int Steps { get; init; } = 3;

    /// <summary>Factor β on the smoothing parameter from step to step: µ_j = βʲ µ.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Factor { get; init; } = 0.5;
}
