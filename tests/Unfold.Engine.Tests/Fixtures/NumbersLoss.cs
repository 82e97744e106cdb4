using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>A loss that is only there for its options.</summary>
[Component("test-numbers")]
internal sealed class NumbersLoss(NumbersOptions options) : ILoss
{
    public object Options => options;

    public torch.Tensor Evaluate(LossContext context) => context.Residual().square().mean();
}
