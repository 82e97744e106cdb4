using TorchSharp;

namespace Unfold.Deconet;

/// <summary>The prox of threshold·‖·‖ for the dual of the data constraint.</summary>
public static class Shrinkage
{
    // Keeps the gradient finite where a column is zero; the factor is 0 there whatever is added.
    private const double Tiny = 1e-30;

    // Kept, not made for every call: TorchSharp does not keep a temporary Scalar alive through the native call, and its finalizer may be faster.
    private static readonly Scalar Zero = 0.0;

    /// <summary>The prox at a point.</summary>
    /// <param name="rule">Block or elementwise.</param>
    /// <param name="w">The point, [m, batch].</param>
    /// <param name="threshold">tε/θ, scalar tensor.</param>
    public static torch.Tensor Apply(ShrinkageRule rule, torch.Tensor w, torch.Tensor threshold)
    {
        if (rule == ShrinkageRule.Elementwise)
            return w.sign() * (w.abs() - threshold).clamp_min(Zero);
        var norm = (w.square().sum(dim: 0, keepdim: true) + Tiny).sqrt();
        return w * (1 - (threshold / norm)).clamp_min(Zero);
    }
}
