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
internal sealed record StepSizes(
    torch.Tensor First,
    torch.Tensor Second,
    double Decay1,
    double Decay2,
    torch.Tensor Smoothing,
    double NominalSmoothing,
    torch.Tensor? NormSquared) : LayerState
{
    /// <summary>t₁/θ of the dual update before layer k.</summary>
    public torch.Tensor Ratio1(int k, double theta) => First * (Math.Pow(Decay1, k - 1) / theta);

    /// <summary>t₂/θ of the dual update before layer k.</summary>
    public torch.Tensor Ratio2(int k, double theta) => Second * (Math.Pow(Decay2, k - 1) / theta);
}
