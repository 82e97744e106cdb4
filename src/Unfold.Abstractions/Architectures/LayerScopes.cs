using TorchSharp;

namespace Unfold;

/// <summary>
/// Runs layers in a dispose scope each: of what a layer made, only its state's tensors outlive it, and those only until the next layer has run.
/// Tensors that a state was given (measurements, a centre) are left alone. For whoever steps a network himself.
/// </summary>
public sealed class LayerScopes
{
    private readonly HashSet<torch.Tensor> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs a layer, or what makes the first state.</summary>
    /// <param name="layer">Gives the state after it.</param>
    /// <param name="before">The state before it: of its tensors, those that were made here and are no part of the new state are freed.</param>
    /// <returns>The new state; its tensors belong to the caller's scope.</returns>
    public LayerState Run(Func<LayerState> layer, LayerState? before = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var state = Scoped(layer);
        if (before is not null)
        {
            foreach (var tensor in before.Tensors().Except(state.Tensors(), ReferenceEqualityComparer.Instance).Cast<torch.Tensor>())
            {
                if (_made.Remove(tensor))
                    tensor.Dispose();
            }
        }

        return state;
    }

    private LayerState Scoped(Func<LayerState> layer)
    {
        using var scope = torch.NewDisposeScope();
        var state = layer();
        foreach (var tensor in state.Tensors().Where(scope.Contains).ToList())
        {
            _made.Add(tensor);
            scope.MoveToOuter(tensor);
        }

        return state;
    }
}
