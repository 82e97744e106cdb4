using TorchSharp;

namespace Unfold.Deconet;

/// <summary>Draws the initial analysis operator from torch's default generator, which the engine has seeded.</summary>
internal static class AnalysisOperatorInit
{
    /// <returns>W, [N, n].</returns>
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
