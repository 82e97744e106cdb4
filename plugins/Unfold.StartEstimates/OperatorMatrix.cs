using TorchSharp;

namespace Unfold.StartEstimates;

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
}
