using TorchSharp;

namespace Unfold.Classical;

/// <summary>W = I.</summary>
internal sealed class IdentityAnalysis : FixedAnalysis
{
    public override double NormSquared => 1;

    public override torch.Tensor Apply(torch.Tensor signals) => signals;

    public override torch.Tensor Adjoint(torch.Tensor coefficients) => coefficients;
}
