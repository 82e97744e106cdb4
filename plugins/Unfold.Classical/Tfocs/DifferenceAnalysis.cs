using TorchSharp;
using Unfold.StartEstimates;

namespace Unfold.Classical;

/// <summary>The differences of <see cref="ImageGradient"/>: first all downwards, then all to the right.</summary>
internal sealed class DifferenceAnalysis(SignalShape shape) : FixedAnalysis
{
    public override double NormSquared => ImageGradient.NormSquared(shape);

    public override torch.Tensor Apply(torch.Tensor signals) =>
        ImageGradient.Apply(signals.reshape(-1, shape.Channels, shape.Height, shape.Width)).reshape(signals.shape[0], -1);

    public override torch.Tensor Adjoint(torch.Tensor coefficients) =>
        ImageGradient.Adjoint(coefficients.reshape(-1, 2, shape.Channels, shape.Height, shape.Width)).reshape(coefficients.shape[0], -1);
}
