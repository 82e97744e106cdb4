using TorchSharp;

namespace Unfold;

/// <summary>
/// What the published DECONET code takes from the truth (vicky-k-19/deconet f15b4a9): kept apart so that no default can use it unseen.
/// </summary>
/// <param name="NoiseNorm">‖y − A x‖_F over the whole batch, scalar tensor.</param>
/// <param name="Minimum">Smallest entry of the batch's truth, scalar tensor, normalised units.</param>
/// <param name="Maximum">Largest entry of the batch's truth, scalar tensor, normalised units.</param>
public sealed record Oracle(torch.Tensor NoiseNorm, torch.Tensor Minimum, torch.Tensor Maximum);
