using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Conformance.Tests;

/// <summary>A matrix of float32 whatever it is built in, with its gradient or without.</summary>
internal sealed class SingleNetwork : UnfoldingNetwork
{
    private readonly Parameter _matrix;
    private readonly bool _isCut;

    public SingleNetwork(Problem problem, bool isCut)
        : base("single")
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var n = problem.Shape.Length;
        _matrix = new Parameter(torch.randn(n, n, dtype: torch.float32, generator: generator) * 0.02);
        register_parameter("matrix", _matrix);
        _isCut = isCut;
    }

    public override int Layers => 2;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) => new HookedState(observed.Operator.Adjoint(observed.Y));

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var x = ((HookedState)state).X;
        return new HookedState((x * 0.3) + (torch.mm(x, _isCut ? _matrix.detach() : _matrix) * 0.1));
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((HookedState)state).X.alias();
}
