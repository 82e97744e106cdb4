using System.ComponentModel.DataAnnotations;

namespace PluginNamespace;

/// <summary>Options of <see cref="PluginClassArchitecture"/>.</summary>
public sealed record PluginClassOptions
{
    /// <summary>Layers K: unrolled iterations.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 8;

    /// <summary>λ of the untrained network, the weight of the ℓ1 norm of the coefficients; normalised units.</summary>
    [Range(0, 1e3, MinimumIsExclusive = true)]
    public double Sparsity { get; init; } = 0.05;
}
