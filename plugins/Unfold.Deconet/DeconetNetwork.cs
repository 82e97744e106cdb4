using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Deconet;

/// <summary>
/// The unfolded iterations. Layer k = 0 gives x₀ from the duals at the start (zero: x₀ is the prox-centre); layer k ≥ 1 first
/// updates the duals with x_{k−1}, then gives x_k. So L layers make L − 1 dual updates and 2(L − 1) products with W.
/// </summary>
internal sealed class DeconetNetwork : UnfoldingNetwork, IOracleNetwork
{
    private readonly double? _tightFrame;
    private readonly bool _isThroughNorms;
    private readonly DeconetRules _rules;
    private readonly Problem _problem;
    private readonly UnfoldingNetwork? _start;
    private readonly Parameter _analysis;
    private readonly torch.Tensor? _powerStart;
    private readonly StepSizeSource _steps;

    public DeconetNetwork(DeconetOptions options, DeconetRules rules, Problem problem, torch.Tensor analysis, UnfoldingNetwork? start, bool isThroughNorms = false)
        : base("deconet")
    {
        Layers = options.Layers;
        _isThroughNorms = isThroughNorms;
        _tightFrame = options.TightFrame;
        _rules = rules;
        _problem = problem;
        _analysis = new Parameter(analysis);
        register_parameter("analysis", _analysis);
        _steps = new StepSizeSource(options, rules, problem, _analysis);
        register_module("steps", _steps);
        if (rules.StepSizes == StepSizeRule.Norms)
        {
            _powerStart = SpectralNorm.Start(problem.Shape.Length, _analysis.dtype, problem.Device);
            register_buffer("power_start", _powerStart);
        }

        _start = start;
        if (start is not null)
            register_module("start", start);
    }

    public override int Layers { get; }

    public bool UsesOracle => _rules.UsesOracle || (_start as IOracleNetwork)?.UsesOracle == true;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var before = (DeconetState?)previous;
        var norm = before?.Steps.NormSquared ?? (_powerStart is null ? null : SpectralNorm.Squared(_analysis, _powerStart, _isThroughNorms));
        var centre = (step.Centre ?? Start(observed)).t();
        return new DeconetState(
            Clamped(centre, _rules.Box, observed),
            centre,
            observed.Y.t(),
            NoiseBound.Of(_rules.NoiseBound, observed),
            _steps.For(step, norm, observed.Operator),
            step.KeepDual ? Owned(before?.Analysis) : null,
            step.KeepDual ? Owned(before?.Data) : null,
            Theta: 1,
            step.Layers ?? Layers);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (DeconetState)state;
        var isLast = k == current.Layers - 1;
        if (_rules.Gradient == GradientRule.Full)
            return Advance(current, observed, k, inPlace: !torch.is_grad_enabled());
        if (!isLast)
        {
            using var constant = torch.no_grad();
            return Advance(current, observed, k, inPlace: true);
        }

        using (torch.no_grad())
            current = UpdateDuals(current, observed, k, inPlace: true);
        return Primal(current, observed);
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed)
    {
        var x = ((DeconetState)state).X.t();
        return _rules.OutputRange == OutputRangeRule.None ? x.alias() : Clamped(x, _rules.OutputRange, observed);
    }

    /// <summary>The weighted defect of W from a tight frame.</summary>
    public override torch.Tensor? Penalty(LayerState state, Observation observed) =>
        _tightFrame is { } weight and > 0 ? TightFrame.Defect(_analysis) * weight : null;

    internal static Oracle OracleOf(Observation observed) =>
        observed.Oracle ?? throw new InvalidOperationException("This network was configured to use an oracle, and the observation has none.");

    /// <summary>The projection onto a range: the tensor itself where there is none.</summary>
    private torch.Tensor Clamped(torch.Tensor x, OutputRangeRule rule, Observation observed) => rule switch
    {
        OutputRangeRule.Truth => torch.clamp(x, OracleOf(observed).Minimum, OracleOf(observed).Maximum),
        OutputRangeRule.Dataset => x.clamp(_problem.Scale.NormalizedMinimum, _problem.Scale.NormalizedMaximum),
        _ => x,
    };

    private DeconetState Advance(DeconetState state, Observation observed, int k, bool inPlace) =>
        Primal(UpdateDuals(state, observed, k, inPlace), observed);

    /// <summary>x = x0 + (Wᵀ y₁ − Aᵀ y₂)/µ, projected onto the box: what minimises the Lagrangian there, as µ/2‖x − x0‖² is separable.</summary>
    private DeconetState Primal(DeconetState state, Observation observed)
    {
        if (state.Analysis is null || state.Data is null)
            return state;
        var product = torch.mm(_analysis.t(), state.Analysis.Combined);
        var adjoint = observed.Operator.Adjoint(state.Data.Combined.t()).t();
        return state with { X = Clamped(state.Centre + ((product - adjoint) / state.Steps.Smoothing), _rules.Box, observed) };
    }

    /// <summary>z₁⁺ = clip(c₁ − (t₁/θ)Wx), z₂⁺ = shrink(c₂ − (t₂/θ)(y − Ax)), with c = z or the combined point.</summary>
    private DeconetState UpdateDuals(DeconetState state, Observation observed, int k, bool inPlace)
    {
        if (k == 0)
            return state;
        var ratio1 = state.Steps.Ratio1(k, state.Theta);
        var ratio2 = state.Steps.Ratio2(k, state.Theta);
        var scaled = state.X * -ratio1;
        var w1 = DualPoint(state.Analysis, scaled, inPlace);
        var z1 = Project(w1, Radius(ratio1, state.Steps.Threshold(k)), inPlace);

        var residual = (state.Y - observed.Operator.Apply(state.X.t()).t()) * -ratio2;
        var z2 = Shrinkage.Apply(_rules.Shrinkage, state.Data is null ? residual : state.Data.Point + residual, ratio2 * state.Bound);

        var next = MomentumSequence.Next(_rules.Momentum, state.Theta, state.Steps.NominalSmoothing);
        return state with
        {
            Analysis = Combine(state.Analysis, z1, state.Theta, next, inPlace),
            Data = Combine(state.Data, z2, state.Theta, next, inPlace),
            Theta = next,
        };
    }

    /// <summary>The radius of the dual ball: λ, times t₁/θ where the rule says so; null for 1.</summary>
    private torch.Tensor? Radius(torch.Tensor ratio1, torch.Tensor? threshold) =>
        _rules.DualBound == DualBoundRule.Unit ? threshold : threshold is null ? ratio1 : ratio1 * threshold;

    private static torch.Tensor Project(torch.Tensor w, torch.Tensor? radius, bool inPlace) => (radius, inPlace) switch
    {
        (null, true) => w.clamp_(-1, 1),
        (null, false) => w.clamp(-1, 1),
        (_, true) => w.clamp_(-radius, radius),
        _ => torch.clamp(w, -radius, radius),
    };

    /// <summary>c₁ − (t₁/θ)Wx, accumulated into the storage of c₁ where nothing else needs it.</summary>
    private torch.Tensor DualPoint(DualVariables? before, torch.Tensor scaled, bool inPlace)
    {
        if (before is null)
            return torch.mm(_analysis, scaled);
        var isFree = inPlace && _rules.DualCentre == DualCentreRule.Combined && !ReferenceEquals(before.Point, before.Average);
        return isFree
            ? before.Point.addmm_(_analysis, scaled, 1, 1)
            : torch.addmm(before.Point, _analysis, scaled, 1, 1);
    }

    private DualVariables Combine(DualVariables? before, torch.Tensor z, double theta, double next, bool inPlace) =>
        inPlace
            ? DualUpdate.InPlace(before, z, torch.tensor(theta, dtype: z.dtype, device: z.device), torch.tensor(next, dtype: z.dtype, device: z.device), _rules.DualCentre)
            : DualUpdate.Pure(before, z, theta, next, _rules.DualCentre);

    /// <summary>Duals kept from the previous solve, in storage of their own: that solve's graph may still need the old.</summary>
    private static DualVariables? Owned(DualVariables? kept) =>
        kept is null ? null : new DualVariables(kept.Average.clone(), kept.Point.clone(), kept.Combined.clone());

    private torch.Tensor Start(Observation observed)
    {
        if (_start is null)
            return observed.Operator.Adjoint(observed.Y);
        // It was built for the problem's own operator.
        var original = observed.Original ?? observed;
        var state = _start.RunLayers(original, ContinuationStep.First);
        return _start.Estimate(state, original);
    }
}
