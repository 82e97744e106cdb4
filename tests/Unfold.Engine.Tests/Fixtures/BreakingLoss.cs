using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>A loss that is no number from some evaluation with gradients on.</summary>
[Component("test-breaking")]
internal sealed class BreakingLoss(BreakingLossOptions options) : ILoss
{
    private int _steps;

    public object Options => options;

    public torch.Tensor Evaluate(LossContext context)
    {
        var loss = context.Residual().square().mean();
        return torch.is_grad_enabled() && ++_steps >= options.FromStep ? loss * double.NaN : loss;
    }
}
