using TorchSharp;

namespace Unfold;

/// <summary>The training signals, for whatever a network computes in closed form before training (a mean, an LMMSE estimator).</summary>
/// <param name="Signals">Normalised training signals [count, n] on the run's device, without the validation split; owned by the engine.</param>
public sealed record TrainingSample(torch.Tensor Signals);
