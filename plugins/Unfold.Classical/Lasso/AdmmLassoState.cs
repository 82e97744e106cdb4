using TorchSharp;

namespace Unfold.Classical;

/// <summary>The variables between two iterations.</summary>
/// <param name="Z">z, the sparse copy of x, [batch, n]: the estimate.</param>
/// <param name="U">u, the scaled dual of x = z, [batch, n].</param>
/// <param name="Correlation">Aᵀy, [batch, n].</param>
/// <param name="Inverse">Of <see cref="RidgeSystem"/>, for the observation's operator.</param>
internal sealed record AdmmLassoState(torch.Tensor Z, torch.Tensor U, torch.Tensor Correlation, torch.Tensor Inverse) : LayerState;
