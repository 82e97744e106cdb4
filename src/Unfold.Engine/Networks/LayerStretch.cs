using TorchSharp;

namespace Unfold.Engine.Networks;

/// <summary>Consecutive layers of a solve.</summary>
/// <param name="Network">The network.</param>
/// <param name="Observed">The measurements.</param>
/// <param name="From">The first layer.</param>
/// <param name="To">The layer after the last.</param>
/// <param name="Scopes">Their scopes.</param>
/// <param name="Between">What takes the place of a layer's tensors before the next one sees them; null for themselves.</param>
/// <param name="KeepsEstimates">Whether the estimate after every layer is kept.</param>
internal sealed record LayerStretch(
    UnfoldingNetwork Network, Observation Observed, int From, int To, LayerScopes Scopes, Func<torch.Tensor, torch.Tensor>? Between, bool KeepsEstimates)
{
    /// <param name="state">The state before the first layer.</param>
    /// <param name="estimates">Takes the estimates, which belong to the caller's scope.</param>
    /// <returns>The state after the last one.</returns>
    public LayerState Run(LayerState state, ICollection<torch.Tensor> estimates)
    {
        for (var k = From; k < To; k++)
        {
            var (before, index) = (state, k);
            state = Scopes.Run(() => Between is null ? Network.Layer(before, Observed, index) : Network.Layer(before, Observed, index).With(Between), before);
            if (KeepsEstimates)
                estimates.Add(Estimate(state));
        }

        return state;
    }

    // In storage of its own where a later layer might write into it, as layers do that need no gradient.
    private torch.Tensor Estimate(LayerState state)
    {
        using var scope = torch.NewDisposeScope();
        var estimate = Network.Estimate(state, Observed);
        var kept = estimate.requires_grad ? estimate.alias() : estimate.clone();
        return (Between is null ? kept : Between(kept)).MoveToOuterDisposeScope();
    }
}
