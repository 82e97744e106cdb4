using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>
/// The variables between two iterations. Each block holds t = split variable + scaled dual, from which both follow: u = prox(t), dual = t − u.
/// </summary>
/// <param name="X">x, [batch, n].</param>
/// <param name="Gradient">t of u = Dx, [batch, 2, channels, height, width].</param>
/// <param name="Data">t of v = Ax, [batch, m].</param>
/// <param name="Range">t of w = x, [batch, n]; null without a box.</param>
/// <param name="Bound">ε, a scalar tensor.</param>
internal sealed record TotalVariationState(torch.Tensor X, torch.Tensor Gradient, torch.Tensor Data, torch.Tensor? Range, torch.Tensor Bound) : LayerState;
