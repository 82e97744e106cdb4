using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.IstaNet;

/// <summary>The phases, one a layer: a gradient step, then the phase's proximal map.</summary>
internal sealed class IstaNetNetwork : UnfoldingNetwork
{
    private const string Initial = "initial_transposed";

    private readonly IstaNetOptions _options;
    private readonly Problem _problem;
    private readonly Phase[] _phases;

    public IstaNetNetwork(string name, IstaNetOptions options, Problem problem, TrainingSample sample, Func<Phase> phase)
        : base(name)
    {
        (_options, _problem) = (options, problem);
        _phases = [.. Enumerable.Range(0, options.Shared ? 1 : options.Layers).Select(_ => phase())];
        for (var k = 0; k < _phases.Length; k++)
            register_module($"phase_{k}", _phases[k]);
        if (options.Initial == InitialEstimate.LeastSquares)
            register_buffer(Initial, LinearInitialization.Transposed(problem, sample).DetachFromDisposeScope());
    }

    public override int Layers => _options.Layers;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        // Q was fitted to the problem's own operator.
        var initial = _options.Initial == InitialEstimate.Adjoint ? observed.Operator.Adjoint(observed.Y) : torch.mm((observed.Original ?? observed).Y, get_buffer(Initial)!);
        return new IstaNetState(initial, Symmetry: null);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (IstaNetState)state;
        var phase = Of(k);
        var measured = observed.Operator;
        var step = phase.Step() / (measured.Norm * measured.Norm);
        var r = current.X - (measured.Adjoint(measured.Apply(current.X) - observed.Y) * step);
        var (x, symmetry) = phase.Proximal(r, _options.SymmetryWeight > 0 && !_options.Shared);
        return new IstaNetState(x, symmetry is null || current.Symmetry is null ? symmetry : current.Symmetry + symmetry);
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed)
    {
        var x = ((IstaNetState)state).X;
        return _options.OutputRange == OutputRange.None ? x.alias() : x.clamp(_problem.Scale.NormalizedMinimum, _problem.Scale.NormalizedMaximum);
    }

    /// <summary>The weighted symmetry penalty.</summary>
    public override torch.Tensor? Penalty(LayerState state, Observation observed)
    {
        var current = (IstaNetState)state;
        // Shared weights are one constraint, and a state that grew with every layer would have no equilibrium.
        var symmetry = _options.Shared && _options.SymmetryWeight > 0 ? _phases[0].Symmetry(current.X) : current.Symmetry;
        return symmetry is null ? null : symmetry * _options.SymmetryWeight;
    }

    public override IEnumerable<Parameter> LayerParameters(int k) => _options.Shared ? [] : Of(k).parameters();

    // A network that is run with more layers than it has goes on with the last.
    private Phase Of(int k) => _phases[Math.Min(k, _phases.Length - 1)];
}
