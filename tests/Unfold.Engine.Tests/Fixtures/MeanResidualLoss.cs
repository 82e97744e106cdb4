using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>A loss with gradient 1 wherever it is taken: the mean residual, scaled.</summary>
[Component("test-mean-residual")]
internal sealed class MeanResidualLoss(MeanResidualOptions options) : ILoss
{
    public object Options => options;

    public torch.Tensor Evaluate(LossContext context) => context.Residual().mean() * options.Slope;
}
