using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="LaplaceNoise"/>.</summary>
public sealed record LaplaceNoiseOptions
{
    /// <summary>σ of a measurement, in normalised units: √2 times the scale b of the density exp(−|e|/b)/2b.</summary>
    [Range(0, 1e6)]
    public double StandardDeviation { get; init; } = 1e-4;
}
