using TorchSharp;

namespace Unfold.Engine.Training;

/// <summary>What a step tells, on the device: nothing is fetched.</summary>
/// <param name="Loss">The loss, a scalar tensor.</param>
/// <param name="GradientNorm">‖∇θ loss‖₂ before clipping, a scalar tensor; null where no gradient is computed.</param>
internal sealed record StepFigures(torch.Tensor Loss, torch.Tensor? GradientNorm);
