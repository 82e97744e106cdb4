using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Lost measurements: each is replaced, with probability p and independently, by the largest (salt) or the smallest (pepper) clean entry of its vector, either with
/// probability ½. The level told is the standard deviation of Gaussian noise with the same expected ‖y − Ax‖₂² over the batch.
/// </summary>
/// <param name="options">The options.</param>
[Component("salt-and-pepper")]
public sealed class SaltAndPepperNoise(SaltAndPepperNoiseOptions options) : INoise
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(clean);
        using var scope = torch.NewDisposeScope();
        var below = options.Noise?.Add(clean, generator) ?? new NoisyMeasurements(clean, NoiseLevel.None);
        var (pepper, salt) = (clean.amin([1L], keepdim: true), clean.amax([1L], keepdim: true));
        var isLost = torch.rand(clean.shape, device: clean.device, generator: generator).lt(options.Fraction);
        var isSalt = torch.rand(clean.shape, device: clean.device, generator: generator).lt(0.5);
        var y = torch.where(isLost, torch.where(isSalt, salt, pepper), below.Y);
        var replaced = ((salt - clean).square() + (pepper - clean).square()).to(torch.float64).mean().item<double>() / 2;
        var variance = (options.Fraction * replaced) + ((1 - options.Fraction) * below.Level.StandardDeviation * below.Level.StandardDeviation);
        return new NoisyMeasurements(y.MoveToOuterDisposeScope(), new NoiseLevel(Math.Sqrt(variance)));
    }
}
