using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>The minimum-norm solution x̂ = A⁺ y (computed once, in float64).</summary>
/// <param name="options">Nothing to set.</param>
[Component("pinv")]
public sealed class PseudoInverse(NoOptions options) : IArchitecture
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var map = torch.linalg.pinv(OperatorMatrix.Of(problem)).to(torch.float32).to(problem.Device);
        var offset = torch.zeros(problem.Shape.Length, device: problem.Device);
        return new AffineEstimate(offset, map);
    }
}
