using TorchSharp;

namespace Unfold.Classical;

/// <summary>The variables between two iterations.</summary>
/// <param name="X">x, [batch, n].</param>
/// <param name="Gradient">p, the dual of Dx, [batch, 2, channels, height, width].</param>
/// <param name="Data">q, the dual of Ax, [batch, m].</param>
/// <param name="Bound">ε, a scalar tensor.</param>
internal sealed record PrimalDualState(torch.Tensor X, torch.Tensor Gradient, torch.Tensor Data, torch.Tensor Bound) : LayerState;
