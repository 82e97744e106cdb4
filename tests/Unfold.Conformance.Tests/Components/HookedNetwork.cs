using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Conformance.Tests;

/// <summary>x ← x − τ Aᵀ(Ax − y), sound, with hooks for what is wrong.</summary>
internal sealed class HookedNetwork : UnfoldingNetwork
{
    private readonly Parameter _step;

    public HookedNetwork(Problem problem)
        : base("hooked")
    {
        var dtype = problem.Operator.Dense!.dtype;
        _step = new Parameter(torch.tensor(0.1, dtype: dtype));
        register_parameter("step", _step);
    }

    public override int Layers => 4;

    public Func<Observation, ContinuationStep, torch.Tensor> Start { get; init; } = (observed, step) => step.Centre ?? observed.Operator.Adjoint(observed.Y);

    /// <summary>From the state, the observation, k and what the layer would give.</summary>
    public Func<torch.Tensor, Observation, int, torch.Tensor, torch.Tensor> Made { get; init; } = (_, _, _, x) => x;

    public Func<torch.Tensor, torch.Tensor> Estimated { get; init; } = x => x.alias();

    public Func<HookedNetwork, int, IEnumerable<Parameter>> Own { get; init; } = (_, _) => [];

    public Func<torch.Tensor?> Auxiliary { get; init; } = () => null;

    public Func<torch.Tensor, LayerState> State { get; init; } = x => new HookedState(x);

    /// <summary>What the network keeps to itself.</summary>
    public IReadOnlyList<torch.Tensor> Unregistered { get; init; } = [];

    public double Smoothing { get; private set; } = 1;

    public Parameter Step => _step;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        Smoothing = step.SmoothingFactor;
        return State(Start(observed, step));
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var x = state.Tensors().First();
        return State(Made(x, observed, k, x - (observed.Operator.Adjoint(observed.Operator.Apply(x) - observed.Y) * _step * Smoothing)));
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => Estimated(state.Tensors().First());

    public override torch.Tensor? Penalty(LayerState state, Observation observed) => Auxiliary();

    public override IEnumerable<Parameter> LayerParameters(int k) => Own(this, k);
}
