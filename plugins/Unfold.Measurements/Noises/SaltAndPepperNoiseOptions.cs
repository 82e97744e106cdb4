using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="SaltAndPepperNoise"/>.</summary>
public sealed record SaltAndPepperNoiseOptions
{
    /// <summary>The probability p that a measurement is lost.</summary>
    [Range(0, 1)]
    public double Fraction { get; init; } = 0.02;

    /// <summary>Noise on the measurements that are not lost; null for none.</summary>
    public INoise? Noise { get; init; }
}
