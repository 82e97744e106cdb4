using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>
/// The linear minimum mean-square-error estimate with mean and covariance of the training signals:
/// x̂ = x̄ + Σ Aᵀ (A Σ Aᵀ + σ² I)⁻¹ (y − A x̄). The best affine reconstruction that these signals know of; no network has
/// learnt anything worth its name before it beats this row.
/// </summary>
/// <param name="options">Nothing to set.</param>
[Component("lmmse")]
public sealed class LinearMmse(NoOptions options) : IArchitecture
{
    // Keeps the system solvable without noise: relative to the mean measurement variance, far below any noise level of interest.
    private const double RelativeJitter = 1e-10;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var signals = sample.Signals.cpu().to(torch.float64);
        var mean = signals.mean([0]);
        var centred = signals - mean;
        var covariance = torch.mm(centred.t(), centred) / Math.Max(1, signals.shape[0] - 1);
        var matrix = OperatorMatrix.Of(problem);
        var cross = torch.mm(covariance, matrix.t());
        var variance = torch.mm(matrix, cross);
        var level = (problem.Noise.StandardDeviation * problem.Noise.StandardDeviation)
            + (RelativeJitter * variance.diagonal().mean().item<double>());
        variance.diagonal().add_(level);
        var map = torch.linalg.solve(variance, cross.t()).t();
        var offset = mean - torch.mv(map, torch.mv(matrix, mean));
        return new AffineEstimate(
            offset.to(torch.float32).to(problem.Device),
            map.to(torch.float32).to(problem.Device));
    }
}
