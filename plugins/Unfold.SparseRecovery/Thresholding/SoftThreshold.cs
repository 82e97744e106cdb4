using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>
/// The soft threshold S_θ(v) = sign(v)·max(|v| − θ, 0), the prox of θ‖·‖₁, written as v − clip(v, −θ, θ): two passes over memory instead of four.
/// </summary>
internal static class SoftThreshold
{
    /// <param name="v">Any shape.</param>
    /// <param name="threshold">θ ≥ 0.</param>
    public static torch.Tensor Apply(torch.Tensor v, double threshold) => v - v.clamp(-threshold, threshold);

    /// <param name="v">[batch, n].</param>
    /// <param name="threshold">θ ≥ 0: a scalar, or [batch, 1].</param>
    public static torch.Tensor Apply(torch.Tensor v, torch.Tensor threshold) => v - Removed(v, threshold);

    /// <summary>What the threshold takes off: v itself where |v| ≤ θ.</summary>
    public static torch.Tensor Removed(torch.Tensor v, torch.Tensor threshold) => torch.clamp(v, -threshold, threshold);
}
