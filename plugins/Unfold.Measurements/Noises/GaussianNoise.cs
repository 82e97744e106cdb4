using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Independent Gaussian noise of a known standard deviation, or of one that follows every signal's measurements at a signal-to-noise ratio. The level told
/// then is the root of the batch's mean variance.
/// </summary>
/// <param name="options">The options.</param>
[Component("gaussian")]
public sealed class GaussianNoise(GaussianNoiseOptions options) : INoise
{
    private const double DefaultStandardDeviation = 1e-4;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP122: a signal-to-noise ratio, and vectors of a single measurement.</exception>
    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(clean);
        using var unit = torch.randn(clean.shape, device: clean.device, generator: generator);
        if (options.Snr is { } decibels)
            return WithRatio(clean, unit, Math.Pow(10, -decibels / 20));
        var sigma = options.StandardDeviation ?? DefaultStandardDeviation;
        using var noise = unit * sigma;
        return new NoisyMeasurements(clean + noise, new NoiseLevel(sigma) { IsGaussian = true });
    }

    private static NoisyMeasurements WithRatio(torch.Tensor clean, torch.Tensor unit, double ratio)
    {
        if (clean.shape[1] < 2)
            throw new UnfoldException("UFP122", "noise 'gaussian' has a signal-to-noise ratio, and one measurement alone has no standard deviation", "measure more, or give 'standardDeviation' in place of 'snr'");
        using var scope = torch.NewDisposeScope();
        var sigmas = clean.std(1, unbiased: true, keepdim: true) * ratio;
        var level = Math.Sqrt(sigmas.to(torch.float64).square().mean().item<double>());
        return new NoisyMeasurements((clean + (unit * sigmas)).MoveToOuterDisposeScope(), new NoiseLevel(level));
    }
}
