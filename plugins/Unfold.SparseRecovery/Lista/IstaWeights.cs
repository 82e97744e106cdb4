using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>The weights with which a learned network starts as ISTA, on the problem's device and in the type of its operator.</summary>
/// <param name="Matrix">A/L, [m, n].</param>
/// <param name="Recurrent">I − AᵀA/L, [n, n].</param>
/// <param name="Threshold">λ/L, scalar.</param>
internal sealed record IstaWeights(torch.Tensor Matrix, torch.Tensor Recurrent, torch.Tensor Threshold)
{
    /// <summary>Computed in float64. Belong to the caller's scope.</summary>
    public static IstaWeights Of(Problem problem, double lambda)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var matrix = OperatorMatrix.Of(problem);
        var lipschitz = problem.Operator.Norm * problem.Operator.Norm;
        var scaled = matrix / lipschitz;
        torch.Tensor Own(torch.Tensor value) => value.to(OperatorMatrix.TypeOf(problem.Operator)).to(problem.Device).MoveToOuterDisposeScope();
        return new IstaWeights(
            Own(scaled),
            Own(torch.eye(matrix.shape[1], dtype: torch.float64) - torch.mm(matrix.t(), scaled)),
            Own(torch.tensor(lambda / lipschitz, dtype: torch.float64)));
    }
}
