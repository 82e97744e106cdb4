using System.ComponentModel.DataAnnotations;

namespace Unfold.SparseRecovery;

/// <summary>Options of <see cref="ListaCpss"/>.</summary>
public sealed record ListaCpssOptions
{
    /// <summary>Layers K.</summary>
    [Range(1, 1000)]
    public int Layers { get; init; } = 16;

    /// <summary>Weight λ of ‖x‖₁ that thresholds start from: λ/L, normalised units.</summary>
    [Range(0, 1e12, MinimumIsExclusive = true)]
    public double Lambda { get; init; } = 0.4;

    /// <summary>One W for all layers; thresholds stay each layer's own.</summary>
    public bool TieWeights { get; init; }

    /// <summary>Percentage p of the n entries by which the selected support grows every layer.</summary>
    [Range(0, 100)]
    public double SelectedPercent { get; init; } = 1.2;

    /// <summary>Largest percentage p_max of the n entries that are selected.</summary>
    [Range(0, 100)]
    public double LargestSelectedPercent { get; init; } = 13;
}
