using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Independent Gaussian noise of a known standard deviation.</summary>
/// <param name="options">The options.</param>
[Component("gaussian")]
public sealed class GaussianNoise(GaussianNoiseOptions options) : INoise
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(clean);
        using var unit = torch.randn(clean.shape, device: clean.device, generator: generator);
        using var noise = unit * options.StandardDeviation;
        return new NoisyMeasurements(clean + noise, new NoiseLevel(options.StandardDeviation));
    }
}
