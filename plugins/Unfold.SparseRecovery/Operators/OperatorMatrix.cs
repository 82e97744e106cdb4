using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>The operator as a matrix, also where it has none of its own.</summary>
internal static class OperatorMatrix
{
    /// <returns>A, float64 [m, n], on the CPU.</returns>
    public static torch.Tensor Of(Problem problem)
    {
        var matrix = problem.Operator.Dense
            ?? problem.Operator.Apply(torch.eye(problem.Shape.Length, device: problem.Device)).t();
        return matrix.cpu().to(torch.float64);
    }

    /// <summary>The type that networks for this operator compute in: its matrix's, float32 where it has none.</summary>
    public static torch.ScalarType TypeOf(Problem problem) => problem.Operator.Dense?.dtype ?? torch.float32;
}
