namespace Unfold.SparseRecovery;

/// <summary>Every layer is one iteration.</summary>
internal sealed class IstaNetwork(IstaOptions options) : SparseNetwork("ista", options.Layers)
{
    public override LayerState Layer(LayerState state, Observation observed, int k) =>
        new SparseState(ProximalGradient.Step(((SparseState)state).X, observed, options.Lambda));
}
