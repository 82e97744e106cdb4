using TorchSharp;
using Unfold;

namespace PluginNamespace;

/// <summary>Rademacher measurements: the entries of A are ±1/√m, each sign with probability one half.</summary>
/// <param name="options">The options.</param>
[Component("plugin-id")]
public sealed class PluginClassMeasurement(PluginClassOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        using var scope = torch.NewDisposeScope();
        var m = Math.Max(1, (int)Math.Round(options.Ratio * shape.Length));
        var bits = torch.randint(0, 2, [m, shape.Length], dtype: torch.float32, generator: generator);
        // A matrix is all there is to say of it: DenseOperator knows the rest (adjoint, norm) and takes the matrix out of the scope.
        return new DenseOperator(((bits * 2) - 1) / Math.Sqrt(m));
    }
}
