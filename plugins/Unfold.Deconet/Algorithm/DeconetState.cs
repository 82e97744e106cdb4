using TorchSharp;

namespace Unfold.Deconet;

/// <summary>
/// The variables between two layers, batch as columns: on CPUs the products with W are then fastest.
/// </summary>
/// <param name="X">x_k, [n, batch].</param>
/// <param name="Centre">The prox-centre x0, [n, batch].</param>
/// <param name="Y">The measurements, [m, batch].</param>
/// <param name="Bound">ε, a scalar tensor.</param>
/// <param name="Steps">Step sizes of this solve.</param>
/// <param name="Analysis">The dual variables of ‖Wx‖₁, [N, batch]; null before the first update, when they are zero.</param>
/// <param name="Data">The dual variables of the constraint, [m, batch]; null likewise.</param>
/// <param name="Theta">θ of the next dual update.</param>
/// <param name="Layers">Layers of this solve.</param>
internal sealed record DeconetState(
    torch.Tensor X,
    torch.Tensor Centre,
    torch.Tensor Y,
    torch.Tensor Bound,
    StepSizes Steps,
    DualVariables? Analysis,
    DualVariables? Data,
    double Theta,
    int Layers) : LayerState;
