using TorchSharp;

namespace Unfold;

/// <summary>
/// A deep unfolding network: the iterations of an optimisation algorithm as layers. The engine steps it, so that continuation,
/// scopes and per-layer work are written once for every network. Register parameters as for any <see cref="torch.nn.Module"/>.
/// </summary>
/// <param name="name">The module's name.</param>
public abstract class UnfoldingNetwork(string name) : torch.nn.Module(name)
{
    /// <summary>The number of layers L; <see cref="ContinuationStep.Layers"/> may ask for another.</summary>
    public abstract int Layers { get; }

    /// <summary>The state before the first layer.</summary>
    /// <param name="observed">The measurements.</param>
    /// <param name="step">Where to start: prox-centre, smoothing; <see cref="ContinuationStep.First"/> without continuation.</param>
    /// <param name="previous">
    /// The last state of the previous continuation step, null for the first: duals to keep where <see cref="ContinuationStep.KeepDual"/> asks for it,
    /// and whatever depends on the parameters alone.
    /// </param>
    public abstract LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous);

    /// <summary>Layer k = 0 … L−1.</summary>
    public abstract LayerState Layer(LayerState state, Observation observed, int k);

    /// <summary>The signals that a state stands for, [batch, n], normalised units.</summary>
    public abstract torch.Tensor Estimate(LayerState state, Observation observed);

    /// <summary>An auxiliary term added to the loss (a symmetry or weight constraint), scalar, or null.</summary>
    public virtual torch.Tensor? Penalty(LayerState state, Observation observed) => null;
}
