using TorchSharp;

namespace Unfold.IstaNet;

/// <summary>The variables between two phases.</summary>
/// <param name="X">x, [batch, n].</param>
/// <param name="Symmetry">The symmetry penalties of the phases so far, a scalar tensor; null for none and where phases share their weights.</param>
internal sealed record IstaNetState(torch.Tensor X, torch.Tensor? Symmetry) : LayerState;
