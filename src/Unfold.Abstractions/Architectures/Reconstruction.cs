using TorchSharp;

namespace Unfold;

/// <summary>What running a network gives.</summary>
/// <param name="Estimate">x̂, [batch, n], normalised units.</param>
/// <param name="Penalty">The network's auxiliary loss term, or null.</param>
public sealed record Reconstruction(torch.Tensor Estimate, torch.Tensor? Penalty = null);
