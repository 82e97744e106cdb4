using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="PoissonNoise"/>.</summary>
public sealed record PoissonNoiseOptions
{
    /// <summary>Photons per unit of a measurement, the gain g in y = Poisson(g·Ax)/g: the more, the less noise.</summary>
    [Range(0, 1e9, MinimumIsExclusive = true)]
    public double Photons { get; init; } = 1000;
}
