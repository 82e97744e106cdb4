using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="OutlierNoise"/>.</summary>
public sealed record OutlierNoiseOptions
{
    /// <summary>Share of the entries of every measurement vector that are outliers; their number is rounded, at least 1.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Fraction { get; init; } = 0.02;

    /// <summary>Size of an outlier, in normalised units: its magnitude, or its standard deviation, by <see cref="Distribution"/>.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double Amplitude { get; init; } = 1;

    /// <summary>How an outlier is drawn.</summary>
    public OutlierDistribution Distribution { get; init; } = OutlierDistribution.Sign;

    /// <summary>Noise on all entries below the outliers; null for none. Its level is the one told.</summary>
    public INoise? Noise { get; init; }
}
