using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Conformance.Tests;

/// <summary>Fifty layers with a factor each; the last nine have no gradient.</summary>
internal sealed class DeepNetwork : UnfoldingNetwork
{
    private const int Differentiable = 41;

    private readonly Parameter[] _factors;

    public DeepNetwork(Problem problem)
        : base("deep")
    {
        var dtype = problem.Operator.Dense!.dtype;
        _factors = [.. Enumerable.Range(0, Layers).Select(_ => new Parameter(torch.full(1, 0.9, dtype: dtype)))];
        foreach (var (k, factor) in _factors.Index())
            register_parameter($"factor{k}", factor);
    }

    public override int Layers => 50;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) => new HookedState(observed.Operator.Adjoint(observed.Y));

    public override LayerState Layer(LayerState state, Observation observed, int k) =>
        new HookedState(((HookedState)state).X * (k < Differentiable ? _factors[k] : _factors[k].detach()));

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((HookedState)state).X.alias();
}
