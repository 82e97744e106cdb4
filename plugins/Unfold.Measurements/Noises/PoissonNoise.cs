using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Photon noise: y = Poisson(g·Ax)/g, of mean Ax and variance Ax/g. Counts are of what is not negative, so the operator and the signals must not be either: signed
/// operators and signals from which the mean was subtracted are refused. The level told is the root of the batch's mean variance.
/// </summary>
/// <param name="options">The options.</param>
[Component("poisson")]
public sealed class PoissonNoise(PoissonNoiseOptions options) : INoise
{
    // Of the largest measurement: what rounding may make of a zero.
    private const double Rounding = 1e-5;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP120: a clean measurement is negative.</exception>
    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(clean);
        using var scope = torch.NewDisposeScope();
        var exact = clean.to(torch.float64);
        var smallest = exact.min().item<double>();
        if (smallest < -Rounding * exact.abs().max().item<double>())
        {
            throw new UnfoldException(
                "UFP120",
                FormattableString.Invariant($"noise 'poisson' counts photons, and a clean measurement is {smallest:g3}: the operator has negative entries, or the dataset's pixels are normalised to a mean of zero"),
                "measure with a non-negative operator ('mask', a 'matrix-file') a dataset whose pixels are not shifted, or choose 'gaussian' noise");
        }

        var rate = exact.clamp_min(0);
        var counts = torch.poisson(rate * options.Photons, generator) / options.Photons;
        var level = Math.Sqrt(rate.mean().item<double>() / options.Photons);
        return new NoisyMeasurements(counts.to(clean.dtype).MoveToOuterDisposeScope(), new NoiseLevel(level));
    }
}
