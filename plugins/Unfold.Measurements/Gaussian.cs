using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Gaussian measurements: entries of A independent from N(0, 1/m).</summary>
/// <param name="options">The options.</param>
[Component("gaussian")]
public sealed class Gaussian(GaussianOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        var m = Math.Max(1, (int)Math.Round(options.Ratio * shape.Length));
        using var entries = torch.randn(m, shape.Length, generator: generator);
        return new DenseOperator(entries / Math.Sqrt(m));
    }
}
