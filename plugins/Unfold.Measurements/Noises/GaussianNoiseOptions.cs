using System.ComponentModel.DataAnnotations;

namespace Unfold.Measurements;

/// <summary>Options of <see cref="GaussianNoise"/>.</summary>
public sealed record GaussianNoiseOptions : IValidatableObject
{
    /// <summary>σ of a measurement, in normalised units. Null: 10⁻⁴, where no <see cref="Snr"/> is given.</summary>
    [Range(0, 1e6)]
    public double? StandardDeviation { get; init; }

    /// <summary>
    /// In place of a σ for all, the signal-to-noise ratio of every measurement vector in dB: its σ is s·10^(−snr/20), s the standard deviation of its m clean
    /// entries (unbiased). Null: σ is <see cref="StandardDeviation"/>.
    /// </summary>
    [Range(-100, 300)]
    public double? Snr { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (StandardDeviation is not null && Snr is not null)
            yield return new ValidationResult("a standard deviation and a signal-to-noise ratio both set the noise: give one of them", [nameof(Snr)]);
    }
}
