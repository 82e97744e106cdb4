using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="RandomConvolution"/>.</summary>
public sealed record RandomConvolutionOptions
{
    /// <summary>Measurement ratio m/n; m is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Ratio { get; init; } = 0.25;

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }
}
