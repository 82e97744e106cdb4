using TorchSharp;
using Unfold;

namespace MyPlugin;

/// <summary>The component that the page's reader has written.</summary>
internal sealed class MyLoss(MyLossOptions options) : ILoss
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public torch.Tensor Evaluate(LossContext context) => context.Residual().square().mean() * options.Weight;
}
