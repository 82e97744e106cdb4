using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Testing;

/// <summary>
/// Gradient descent on ½‖Ax − y‖² + µ/2‖x − x0‖² with a learned step: smooth, differentiable to any order, honours centre and smoothing. What losses and
/// continuations are tried on.
/// </summary>
internal sealed class SampleNetwork : UnfoldingNetwork
{
    private const double Smoothing = 0.3;

    private readonly Parameter _step;

    public SampleNetwork(torch.ScalarType dtype)
        : base("sample")
    {
        _step = new Parameter(torch.tensor(0.2, dtype: dtype));
        register_parameter("step", _step);
    }

    public override int Layers => 3;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var centre = step.Centre ?? observed.Operator.Adjoint(observed.Y);
        return new State(centre, centre, Smoothing * step.SmoothingFactor);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (State)state;
        var slope = observed.Operator.Adjoint(observed.Operator.Apply(current.X) - observed.Y) + ((current.X - current.Centre) * current.Smoothing);
        return current with { X = current.X - (slope * _step) };
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();

    private sealed record State(torch.Tensor X, torch.Tensor Centre, double Smoothing) : LayerState;
}
