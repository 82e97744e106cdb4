using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="PixelMask"/>.</summary>
public sealed record PixelMaskOptions
{
    /// <summary>Share of the pixels that are seen; their number is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Ratio { get; init; } = 0.25;

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }
}
