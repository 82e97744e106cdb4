using TorchSharp;

namespace Unfold;

/// <summary>An operator as numbers, also where it has no matrix of its own: for what is computed in closed form before training.</summary>
public static class OperatorMatrix
{
    /// <summary>The matrix of a problem's operator; where it has none, by n products.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>A, float64 [m, n], on the CPU; belongs to the caller's scope.</returns>
    public static torch.Tensor Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var matrix = problem.Operator.Dense
            ?? problem.Operator.Apply(torch.eye(problem.Shape.Length, device: problem.Device)).t();
        return matrix.cpu().to(torch.float64);
    }

    /// <summary>The type that networks for an operator compute in: its matrix's, float32 where it has none.</summary>
    /// <param name="measured">The operator.</param>
    public static torch.ScalarType TypeOf(MeasurementOperator measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return measured.Dense?.dtype ?? torch.float32;
    }
}
