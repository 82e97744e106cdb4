using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Independent Laplace noise: heavier tails than Gaussian noise of the same standard deviation, which is the level told.</summary>
/// <param name="options">The options.</param>
[Component("laplace")]
public sealed class LaplaceNoise(LaplaceNoiseOptions options) : INoise
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(clean);
        using var scope = torch.NewDisposeScope();
        // 1 − u is in (0, 1]: an exponential magnitude is always finite.
        var magnitude = (1 - torch.rand(clean.shape, dtype: torch.float64, device: clean.device, generator: generator)).log() * (-options.StandardDeviation / Math.Sqrt(2));
        var isNegative = torch.rand(clean.shape, device: clean.device, generator: generator).lt(0.5);
        var noise = torch.where(isNegative, -magnitude, magnitude).to(clean.dtype);
        return new NoisyMeasurements((clean + noise).MoveToOuterDisposeScope(), new NoiseLevel(options.StandardDeviation));
    }
}
