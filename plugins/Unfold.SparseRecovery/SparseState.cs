using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>The iterate between two layers.</summary>
/// <param name="X">x_k, [batch, n].</param>
internal record SparseState(torch.Tensor X) : LayerState;
