using TorchSharp;

namespace Unfold.Losses;

/// <summary>Mean of |r|.</summary>
/// <param name="options">Nothing to set.</param>
[Component("l1")]
public sealed class MeanAbsoluteError(NoOptions options) : ILoss
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context) => context.Residual().abs().mean();
}
