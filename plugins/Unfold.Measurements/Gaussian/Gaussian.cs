using TorchSharp;

namespace Unfold.Measurements;

/// <summary>
/// Gaussian measurements: entries of A independent from N(0, 1/m), or, by option, such a matrix with unit columns, orthonormal rows or a given
/// condition number.
/// </summary>
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
        var m = MeasurementRatio.Count(options.Ratio, shape.Length);
        using var entries = torch.randn(m, shape.Length, generator: generator);
        return new DenseOperator(MatrixOf(entries));
    }

    private torch.Tensor MatrixOf(torch.Tensor entries)
    {
        if (options is { Condition: null, Ensemble: null or GaussianEnsemble.Independent })
            return entries / Math.Sqrt(entries.shape[0]);
        using var scope = torch.NewDisposeScope();
        var exact = entries.to(torch.float64);
        var matrix = (options.Condition, options.Ensemble) switch
        {
            ({ } condition, _) => GaussianMatrix.WithCondition(exact, condition),
            (_, GaussianEnsemble.UnitColumns) => GaussianMatrix.WithUnitColumns(exact),
            _ => GaussianMatrix.WithOrthonormalRows(exact),
        };
        return matrix.to(torch.float32).contiguous().MoveToOuterDisposeScope();
    }
}
