using TorchSharp;

namespace Unfold.AdmmDad;

/// <summary>The variables between two layers, batch as columns: on CPUs the products with W are then fastest.</summary>
/// <param name="X">x, [n, batch]; null before the first layer.</param>
/// <param name="Dual">u, [N, batch]; null before its first update, when z and u are zero.</param>
/// <param name="Adjoint">Aᵀy, [n, batch].</param>
/// <param name="Inverse">(AᵀA + ρWᵀW)⁻¹, [n, n].</param>
/// <param name="Rho">ρ, scalar tensor.</param>
internal sealed record AdmmDadState(torch.Tensor? X, torch.Tensor? Dual, torch.Tensor Adjoint, torch.Tensor Inverse, torch.Tensor Rho) : LayerState
{
    public override int BatchDimension => -1;
}
