using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Bernoulli (Rademacher) measurements: entries of A independent, ±1/√m with probability ½.</summary>
/// <param name="options">The options.</param>
[Component("bernoulli")]
public sealed class Bernoulli(BernoulliOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        var m = MeasurementRatio.Count(options.Ratio, shape.Length);
        using var signs = RandomSigns.Of([m, shape.Length], generator);
        using var entries = signs / Math.Sqrt(m);
        return new DenseOperator(entries.to(torch.float32));
    }
}
