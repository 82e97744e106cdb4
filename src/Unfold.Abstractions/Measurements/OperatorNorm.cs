using TorchSharp;

namespace Unfold;

/// <summary>The norm of an operator that has no matrix and no closed form: for <see cref="MeasurementOperator.Norm"/>, computed when it is asked for first.</summary>
public static class OperatorNorm
{
    // Of an eigenvalue of the Gram operator; the relative error of its root is half of it.
    private const double Tolerance = 1e-9;

    /// <summary>
    /// ‖A‖₂ by the Lanczos process on AAᵀ or AᵀA, whichever is smaller, in float64 and with full reorthogonalisation (Golub, Van Loan,
    /// Matrix Computations, 10.1 to 10.3): relative error below 1e-8, exact after min(m, n) steps at the latest. A well-separated norm takes some tens of
    /// products with A and Aᵀ. The start is fixed: one operator has one norm.
    /// </summary>
    /// <param name="measurement">The operator; its <see cref="MeasurementOperator.Apply"/> and <see cref="MeasurementOperator.Adjoint"/> must take float64.</param>
    /// <param name="device">Where the operator is; null for the CPU.</param>
    public static double Of(MeasurementOperator measurement, torch.Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var isWide = measurement.MeasurementCount <= measurement.SignalLength;
        var size = isWide ? measurement.MeasurementCount : measurement.SignalLength;
        var process = new GramLanczos(
            vector => isWide ? measurement.Apply(measurement.Adjoint(vector)) : measurement.Adjoint(measurement.Apply(vector)),
            Start(size, device ?? torch.CPU));
        for (var step = 0; step < size && !process.Step(Tolerance); step++)
        {
        }

        return Math.Sqrt(Math.Max(0, process.Largest));
    }

    /// <summary>A fixed unit vector [1, size] with a flat spectrum: no structured operator has it orthogonal to its largest singular vector.</summary>
    private static torch.Tensor Start(long size, torch.Device device)
    {
        var index = torch.arange(size, dtype: torch.float64) + 1;
        var vector = torch.sin(index * index * 0.7310585786300049);
        return (vector / vector.norm()).unsqueeze(0).to(device);
    }
}
