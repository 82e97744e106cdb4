using TorchSharp;

namespace Unfold.Losses;

/// <summary>Mean of r².</summary>
/// <param name="options">Nothing to set.</param>
[Component("mse")]
public sealed class MeanSquaredError(NoOptions options) : ILoss
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context) => context.Residual().square().mean();
}
