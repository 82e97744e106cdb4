using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Φ = I.</summary>
internal sealed class IdentityTransform(int length) : OrthonormalTransform
{
    public override int Length => length;

    public override torch.Tensor Forward(torch.Tensor rows) => rows.alias();

    public override torch.Tensor Inverse(torch.Tensor rows) => rows.alias();

    public override OrthonormalTransform To(torch.Device device) => this;

    public override void Dispose()
    {
    }
}
