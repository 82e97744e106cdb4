using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>The mean training signal, whatever was measured: x̂ = x̄. What a reconstruction is worth that ignores y.</summary>
/// <param name="options">Nothing to set.</param>
[Component("mean")]
public sealed class Mean(NoOptions options) : IArchitecture
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        using var scope = torch.NewDisposeScope();
        return new AffineEstimate(sample.Signals.mean([0]), map: null);
    }
}
