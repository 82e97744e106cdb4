using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="GaussianNoise"/>.</summary>
public sealed record GaussianNoiseOptions
{
    /// <summary>σ of a measurement, in normalised units.</summary>
    [Range(0, 1e6)]
    public double StandardDeviation { get; init; } = 1e-4;
}
