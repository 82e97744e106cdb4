using TorchSharp;

namespace Unfold.Modl;

/// <summary>The variables between two layers.</summary>
/// <param name="X">x, [batch, n].</param>
/// <param name="Adjoint">Aᵀy, [batch, n].</param>
internal sealed record ModlState(torch.Tensor X, torch.Tensor Adjoint) : LayerState;
