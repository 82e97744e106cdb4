using TorchSharp;
using Unfold.Deconet;

namespace Unfold.Classical;

/// <summary>The variables between two iterations.</summary>
/// <param name="X">x, [batch, n].</param>
/// <param name="Centre">The prox-centre x0, [batch, n].</param>
/// <param name="Bound">ε, a scalar tensor.</param>
/// <param name="Analysis">v₁, the dual variables of ‖Wx‖₁, [batch, N]; null before the first update, when they are zero.</param>
/// <param name="Data">v₂, the dual variables of the constraint, [batch, m]; null likewise.</param>
/// <param name="Smoothing">µ of this solve.</param>
/// <param name="Theta">θ of the next update.</param>
internal sealed record TfocsState(
    torch.Tensor X, torch.Tensor Centre, torch.Tensor Bound, DualVariables? Analysis, DualVariables? Data, double Smoothing, double Theta) : LayerState;
