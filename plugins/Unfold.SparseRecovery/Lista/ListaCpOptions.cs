using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="ListaCp"/>.</summary>
public sealed record ListaCpOptions
{
    /// <summary>Layers K.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 16;

    /// <summary>Weight λ of ‖x‖₁ of the initial network: thresholds start at λ/L, normalised units.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Lambda { get; init; } = 0.4;

    /// <summary>One W for all layers; thresholds stay each layer's own.</summary>
    public bool TieWeights { get; init; }
}
