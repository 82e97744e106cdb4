using TorchSharp;

namespace Unfold.IstaNet;

/// <summary>The linear map from measurements to signals that fits the training signals best.</summary>
internal static class LinearInitialization
{
    // Keeps the system solvable without noise and with fewer signals than measurements; far below any noise level of interest.
    private const double RelativeJitter = 1e-10;

    /// <returns>Qᵀ, float32 [m, n], in the caller's scope: x₀ = Qy for every row y.</returns>
    public static torch.Tensor Transposed(Problem problem, TrainingSample sample)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var measured = problem.Operator.Apply(sample.Signals).cpu().to(torch.float64);
        var signals = sample.Signals.cpu().to(torch.float64);
        var normal = torch.mm(measured.t(), measured);
        // The noise of the measurements is not drawn but expected: independent of the signals, it adds σ² for each of them.
        var variance = problem.Noise.StandardDeviation * problem.Noise.StandardDeviation * signals.shape[0];
        normal.diagonal().add_((normal.diagonal().mean() * RelativeJitter) + variance);
        return torch.linalg.solve(normal, torch.mm(measured.t(), signals)).to(torch.float32).to(problem.Device).MoveToOuterDisposeScope();
    }
}
