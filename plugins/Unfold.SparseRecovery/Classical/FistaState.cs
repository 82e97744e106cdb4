using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>Both points between two layers.</summary>
/// <param name="X">x_k, [batch, n].</param>
/// <param name="Extrapolated">z_k, [batch, n].</param>
/// <param name="Momentum">t_k.</param>
internal sealed record FistaState(torch.Tensor X, torch.Tensor Extrapolated, double Momentum) : SparseState(X);
