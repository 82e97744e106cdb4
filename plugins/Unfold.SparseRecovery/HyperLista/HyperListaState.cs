using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>The iterates of <see cref="HyperListaNetwork"/>.</summary>
/// <param name="X">x_k, [batch, n].</param>
/// <param name="Before">x_{k−1}, [batch, n].</param>
/// <param name="Reference">‖A⁺y‖₁, [batch, 1].</param>
internal sealed record HyperListaState(torch.Tensor X, torch.Tensor Before, torch.Tensor Reference) : SparseState(X);
