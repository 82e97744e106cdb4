using TorchSharp;

namespace Unfold.Deconet;

/// <summary>Draws an initial analysis operator from torch's default generator, which the engine has seeded: for every network that learns one.</summary>
public static class AnalysisOperatorInit
{
    /// <param name="init">How W starts.</param>
    /// <param name="scale">Factor on it.</param>
    /// <param name="rows">N.</param>
    /// <param name="shape">The shape of a signal, n entries.</param>
    /// <param name="device">Where W lives.</param>
    /// <returns>W, float32 [N, n], in the caller's scope.</returns>
    public static torch.Tensor Draw(AnalysisInit init, double scale, long rows, SignalShape shape, torch.Device device)
    {
        long columns = shape.Length;
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var matrix = init switch
        {
            AnalysisInit.Beta => Beta(rows, columns),
            AnalysisInit.Differences => DifferenceOperator.Fill(Kaiming(rows, columns), shape),
            _ => Kaiming(rows, columns),
        };
        if (init is AnalysisInit.Beta or AnalysisInit.KaimingNormalized)
            matrix = matrix / torch.linalg.matrix_norm(matrix, 2);
        return (matrix * scale).to(device).MoveToOuterDisposeScope();
    }

    private static torch.Tensor Kaiming(long rows, long columns) => torch.randn(rows, columns) * Math.Sqrt(2.0 / columns);

    private static torch.Tensor Beta(long rows, long columns) =>
        torch.distributions.Beta(torch.tensor(0.5f), torch.tensor(0.7f)).rsample(rows, columns);
}
