using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>The iterate of <see cref="ListaNetwork"/>.</summary>
/// <param name="X">x_k, [batch, n].</param>
/// <param name="Input">W₁ y, [batch, n], where all layers share it; null where each computes its own.</param>
internal sealed record ListaState(torch.Tensor X, torch.Tensor? Input) : SparseState(X);
