using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Sparse gross errors in y, on top of ordinary noise: a few entries of every measurement vector, at random places, are far off (Laska,
/// Davenport, Baraniuk 2009). A reconstruction does not know of them: the level told is that of the noise beneath.
/// </summary>
/// <param name="options">The options.</param>
[Component("outliers")]
public sealed class OutlierNoise(OutlierNoiseOptions options) : INoise
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator)
    {
        ArgumentNullException.ThrowIfNull(clean);
        using var scope = torch.NewDisposeScope();
        var (batch, m) = (clean.shape[0], clean.shape[1]);
        var below = options.Noise?.Add(clean, generator) ?? new NoisyMeasurements(clean, NoiseLevel.None);
        var count = Math.Clamp((long)Math.Round(options.Fraction * m), 1, m);
        // The places of the largest of m random numbers: every set of so many places is as likely as any other.
        var (_, places) = torch.rand(batch, m, device: clean.device, generator: generator).topk((int)count, dim: 1);
        var unit = torch.randn(batch, count, device: clean.device, generator: generator);
        var outliers = (options.Distribution == OutlierDistribution.Sign ? unit.ge(0).to(torch.float32) * 2 - 1 : unit) * options.Amplitude;
        return new NoisyMeasurements(below.Y.scatter_add(1, places, outliers.to(clean.dtype)).MoveToOuterDisposeScope(), below.Level with { IsGaussian = false });
    }
}
