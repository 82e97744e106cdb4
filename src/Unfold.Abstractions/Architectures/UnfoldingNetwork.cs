using TorchSharp;
using TorchSharp.Modules;

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

    /// <summary>
    /// Runs the layers of one step in a dispose scope each (<see cref="LayerScopes"/>).
    /// </summary>
    /// <returns>The state after the last layer; its tensors belong to the caller's scope.</returns>
    public LayerState RunLayers(Observation observed, ContinuationStep step, LayerState? previous = null)
    {
        ArgumentNullException.ThrowIfNull(step);
        var scopes = new LayerScopes();
        var state = scopes.Run(() => Begin(observed, step, previous));
        var layers = step.Layers ?? Layers;
        for (var k = 0; k < layers; k++)
        {
            var (before, index) = (state, k);
            state = scopes.Run(() => Layer(before, observed, index), before);
        }

        return state;
    }

    /// <summary>An auxiliary term added to the loss (a symmetry or weight constraint), scalar, or null.</summary>
    public virtual torch.Tensor? Penalty(LayerState state, Observation observed) => null;

    /// <summary>
    /// The parameters that layer k alone uses, for training layer by layer. Those that no layer names are shared by all: they are
    /// trained from the first layer on.
    /// </summary>
    public virtual IEnumerable<Parameter> LayerParameters(int k) => [];

    /// <summary>
    /// The range that the engine keeps a parameter's entries in, so that learned thresholds and step sizes stay what they are; null for none.
    /// Unless overridden, networks registered within this one are asked for theirs: call the base for names that are not the network's own.
    /// </summary>
    /// <param name="parameterName">The name, as <c>named_parameters</c> gives it.</param>
    public virtual ParameterRange? RangeOf(string parameterName)
    {
        ArgumentNullException.ThrowIfNull(parameterName);
        foreach (var (path, module) in named_modules())
        {
            if (module is UnfoldingNetwork inner && !ReferenceEquals(inner, this) && parameterName.StartsWith(path + ".", StringComparison.Ordinal))
                return inner.RangeOf(parameterName[(path.Length + 1)..]);
        }

        return null;
    }
}
