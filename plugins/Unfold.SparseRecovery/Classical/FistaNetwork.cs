using TorchSharp;

namespace Unfold.SparseRecovery;

/// <summary>Every layer is one accelerated iteration.</summary>
internal sealed class FistaNetwork(FistaOptions options) : SparseNetwork("fista", options.Layers)
{
    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var zero = Zero(observed);
        return new FistaState(zero, zero, Momentum: 1);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (FistaState)state;
        var x = ProximalGradient.Step(current.Extrapolated, observed, options.Lambda);
        var next = (1 + Math.Sqrt(1 + (4 * current.Momentum * current.Momentum))) / 2;
        return new FistaState(x, x + ((x - current.X) * ((current.Momentum - 1) / next)), next);
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed)
    {
        var last = (FistaState)state;
        return (options.Estimate == FistaEstimate.Proximal ? last.X : last.Extrapolated).alias();
    }
}
