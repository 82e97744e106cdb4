using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Modl;

/// <summary>Layer k: z = D(x_k), x_{k+1} = (AᵀA + λI)⁻¹(Aᵀy + λz).</summary>
internal sealed class ModlNetwork : UnfoldingNetwork, IOracleNetwork
{
    private const string LogRegularization = "log_regularization";

    private readonly ModlOptions _options;
    private readonly Problem _problem;
    private readonly UnfoldingNetwork? _start;
    private readonly ResidualDenoiser _denoiser;
    private readonly ConjugateGradient _solver;

    public ModlNetwork(ModlOptions options, Problem problem, UnfoldingNetwork? start)
        : base("modl")
    {
        (_options, _problem, _start) = (options, problem, start);
        _denoiser = new ResidualDenoiser(options, problem);
        register_module("denoiser", _denoiser);
        register_parameter(LogRegularization, new Parameter(torch.tensor(Math.Log(options.Regularization), dtype: torch.float32, device: problem.Device)));
        _solver = new ConjugateGradient(options.Iterations, options.Tolerance);
        if (start is not null)
            register_module("start", start);
    }

    public override int Layers => _options.Layers;

    public bool UsesOracle => (_start as IOracleNetwork)?.UsesOracle == true;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var adjoint = observed.Operator.Adjoint(observed.Y);
        if (_start is null)
            return new ModlState(adjoint, adjoint, StartPenalty: null);
        // It was built for the problem's own operator.
        var original = observed.Original ?? observed;
        var started = _start.RunLayers(original, ContinuationStep.First);
        return new ModlState(_start.Estimate(started, original), adjoint, _start.Penalty(started, original));
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (ModlState)state;
        var regularization = get_parameter(LogRegularization)!.exp();
        var denoised = _denoiser.Denoise(current.X);
        var right = current.Adjoint + (denoised * regularization);
        return current with
        {
            X = _options.Gradient == SolverGradient.Implicit
                ? NormalEquations.Solve(_solver, observed.Operator, right, regularization, denoised)
                : _solver.Solve(observed.Operator, right, regularization, denoised),
        };
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed)
    {
        var x = ((ModlState)state).X;
        return _options.OutputRange == OutputRange.None ? x.alias() : x.clamp(_problem.Scale.NormalizedMinimum, _problem.Scale.NormalizedMaximum);
    }

    public override torch.Tensor? Penalty(LayerState state, Observation observed) => ((ModlState)state).StartPenalty;
}
