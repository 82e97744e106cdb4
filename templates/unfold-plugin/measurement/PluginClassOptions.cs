using System.ComponentModel.DataAnnotations;
using Unfold;

namespace PluginNamespace;

/// <summary>Options of <see cref="PluginClassMeasurement"/>.</summary>
public sealed record PluginClassOptions
{
    /// <summary>Measurement ratio m/n; m is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Ratio { get; init; } = 0.25;

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }
}
