using System.Globalization;
using TorchSharp;

namespace Unfold.Equilibrium;

/// <summary>
/// One layer, which solves z = f(z) and then applies f once more, with gradient. z is what layers change of a state and have for every signal by itself; what else they
/// change (a penalty) is taken from that last layer. What they leave as it is must be there from the start.
/// </summary>
internal sealed class EquilibriumNetwork : UnfoldingNetwork, IOracleNetwork, IEvaluationNotes
{
    private readonly UnfoldingNetwork _of;
    private readonly EquilibriumGradient _gradient;
    private readonly FixedPointSolver _forward;
    private readonly FixedPointSolver _backward;
    private long _solved;
    private long _stopped;

    public EquilibriumNetwork(EquilibriumOptions options, UnfoldingNetwork of)
        : base("equilibrium")
    {
        _of = of;
        register_module("of", of);
        _gradient = options.Gradient;
        _forward = new FixedPointSolver(options.MaxIterations, options.Tolerance, options.Memory, options.Damping);
        _backward = _forward with
        {
            MaxIterations = options.BackwardIterations ?? options.MaxIterations,
            Tolerance = options.BackwardTolerance ?? options.Tolerance,
        };
    }

    public override int Layers => 1;

    public bool UsesOracle => (_of as IOracleNetwork)?.UsesOracle == true;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) =>
        new EquilibriumState(_of.Begin(observed, step, (previous as EquilibriumState)?.Of));

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        // The first layer has solved it: further ones would find nothing to do.
        if (k > 0)
            return state;
        var equation = Solve(((EquilibriumState)state).Of, observed);
        var reached = _of.Layer(equation.State, observed, 0);
        return new EquilibriumState(
            torch.is_grad_enabled() && _gradient == EquilibriumGradient.Implicit ? ImplicitGradient.Through(equation, reached, _backward) : reached);
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed) => _of.Estimate(((EquilibriumState)state).Of, observed);

    public override torch.Tensor? Penalty(LayerState state, Observation observed) => _of.Penalty(((EquilibriumState)state).Of, observed);

    public void BeginNotes() => (_solved, _stopped) = (0, 0);

    public IReadOnlyList<string> Notes() => _stopped == 0
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{_stopped} of {_solved} equilibria were not within the tolerance {_forward.Tolerance:g3} after {_forward.MaxIterations} evaluations: the figures are of where they stopped")];

    private Equation Solve(LayerState start, Observation observed)
    {
        var isTraining = torch.is_grad_enabled();
        using var noGradient = torch.no_grad();
        var (state, layout) = Settle(start, observed);
        var equation = new Equation(_of, observed, layout, state);
        if (!isTraining)
            _solved += observed.Y.shape[0];
        return equation.At(_forward.Solve(equation.Map, layout.Rows(state), isTraining ? null : rows => _stopped += rows));
    }

    /// <summary>
    /// Applies layers until they change no more than values: some make their first duals themselves. Two at least, as the first may hand on what it was given.
    /// </summary>
    private (LayerState State, StateLayout Layout) Settle(LayerState start, Observation observed)
    {
        const int Most = 5;
        var before = Layer(start);
        for (var i = 1; i < Most; i++)
        {
            var after = Layer(before);
            if (after.Tensors().Count() == before.Tensors().Count())
                return (after, StateLayout.Between(before, after, observed.Y.shape[0]));
            before = after;
        }

        throw new InvalidOperationException($"The states of {_of.GetName()} have another number of tensors after every layer: they are no iterates of one fixed-point equation.");

        LayerState Layer(LayerState state)
        {
            using var scope = torch.NewDisposeScope();
            var next = _of.Layer(state, observed, 0);
            foreach (var tensor in next.Tensors().Where(scope.Contains).ToList())
                scope.MoveToOuter(tensor);
            return next;
        }
    }
}
