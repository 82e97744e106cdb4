using TorchSharp;

namespace Unfold.Deconet;

/// <summary>t₁ and t₂ of a solve. As tensors, so that no value is fetched from the device and ω and µ can be learnt.</summary>
/// <param name="First">t₁ of the first dual update, scalar tensor.</param>
/// <param name="Second">t₂ of the first dual update, scalar tensor.</param>
/// <param name="Decay1">Factor on t₁ per layer.</param>
/// <param name="Decay2">Factor on t₂ per layer.</param>
/// <param name="Smoothing">µ, scalar tensor.</param>
/// <param name="NominalSmoothing">µ without learning, for the momentum rule.</param>
/// <param name="NormSquared">‖W‖² where it was needed; later solves of the same forward pass use it again.</param>
/// <param name="Factors">Learnt factors on t₁ and t₂ of each dual update, [2, L−1], or null.</param>
/// <param name="Thresholds">Learnt radii of the dual ball of each dual update, [L−1], or null for 1.</param>
internal sealed record StepSizes(
    torch.Tensor First,
    torch.Tensor Second,
    double Decay1,
    double Decay2,
    torch.Tensor Smoothing,
    double NominalSmoothing,
    torch.Tensor? NormSquared,
    torch.Tensor? Factors = null,
    torch.Tensor? Thresholds = null) : LayerState
{
    /// <summary>t₁/θ of the dual update before layer k.</summary>
    public torch.Tensor Ratio1(int k, double theta) => Factor(0, k, First * (Math.Pow(Decay1, k - 1) / theta));

    /// <summary>t₂/θ of the dual update before layer k.</summary>
    public torch.Tensor Ratio2(int k, double theta) => Factor(1, k, Second * (Math.Pow(Decay2, k - 1) / theta));

    /// <summary>The learnt radius of the dual ball in the update before layer k, scalar tensor, or null for 1.</summary>
    public torch.Tensor? Threshold(int k) => Thresholds?[Math.Min(k, Thresholds.shape[0]) - 1];

    private torch.Tensor Factor(int which, int k, torch.Tensor ratio) =>
        Factors is null ? ratio : ratio * Factors[which, Math.Min(k, Factors.shape[1]) - 1];
}
