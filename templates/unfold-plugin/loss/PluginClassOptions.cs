using System.ComponentModel.DataAnnotations;

namespace PluginNamespace;

/// <summary>Options of <see cref="PluginClassLoss"/>.</summary>
public sealed record PluginClassOptions
{
    /// <summary>ε, where the loss turns from quadratic to linear; normalised units.</summary>
    [Range(0, 1e3, MinimumIsExclusive = true)]
    public double Epsilon { get; init; } = 1e-2;
}
