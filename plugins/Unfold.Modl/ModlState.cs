using TorchSharp;

namespace Unfold.Modl;

/// <summary>The variables between two layers.</summary>
/// <param name="X">x, [batch, n].</param>
/// <param name="Adjoint">Aᵀy, [batch, n].</param>
/// <param name="StartPenalty">What the start adds to the training loss, a scalar tensor; null for nothing.</param>
internal sealed record ModlState(torch.Tensor X, torch.Tensor Adjoint, torch.Tensor? StartPenalty) : LayerState;
