using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="Dct"/>.</summary>
public sealed record DctOptions
{
    /// <summary>Measurement ratio m/n; m is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Ratio { get; init; } = 0.25;

    /// <summary>Whether the signal's entries get random signs before the transform: no single coefficient then holds its mean, which may not be drawn.</summary>
    public bool RandomSigns { get; init; }

    /// <summary>Noise on the measurements; null for none.</summary>
    public INoise? Noise { get; init; }
}
