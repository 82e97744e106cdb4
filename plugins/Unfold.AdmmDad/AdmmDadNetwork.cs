using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.AdmmDad;

/// <summary>
/// The unfolded iterations. The first layer solves for x with z = u = 0; every further one first updates z and u with the x before it, then
/// solves for x. So L layers are L iterations of the method, less the last update of z and u, which no estimate depends on.
/// </summary>
internal sealed class AdmmDadNetwork : UnfoldingNetwork
{
    private const string AnalysisOperator = "analysis", LogRho = "log_rho", LogRegularization = "log_regularization_", Gram = "operator_gram";

    private readonly AdmmDadOptions _options;
    private readonly Problem _problem;
    private readonly int _thresholds;

    public AdmmDadNetwork(AdmmDadOptions options, Problem problem, torch.Tensor analysis)
        : base("admm-dad")
    {
        (_options, _problem) = (options, problem);
        _thresholds = options.Threshold switch
        {
            ThresholdRule.PerLayer => options.Layers - 1,
            ThresholdRule.Shared => 1,
            _ => 0,
        };
        register_parameter(AnalysisOperator, new Parameter(analysis));
        if (options.LearnRho)
            register_parameter(LogRho, new Parameter(Constant(Math.Log(options.Rho))));
        // One parameter each, not the entries of one: so a layer can be trained by itself.
        for (var k = 1; k <= _thresholds; k++)
            register_parameter(LogRegularization + k, new Parameter(Constant(Math.Log(options.Regularization))));
        // Whatever else it is measured by, a batch is mostly measured by the problem's own operator.
        register_buffer(Gram, OperatorGram.Of(problem.Operator, Analysis).DetachFromDisposeScope(), persistent: false);
    }

    public override int Layers => _options.Layers;

    private Parameter Analysis => get_parameter(AnalysisOperator)!;

    public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
    {
        var rho = _options.LearnRho ? get_parameter(LogRho)!.exp() : Constant(_options.Rho);
        return new AdmmDadState(
            X: null,
            Dual: null,
            observed.Operator.Adjoint(observed.Y).t(),
            (previous as AdmmDadState)?.Inverse ?? Inverse(observed.Operator, rho),
            rho);
    }

    public override LayerState Layer(LayerState state, Observation observed, int k)
    {
        var current = (AdmmDadState)state;
        if (current.X is null)
            return current with { X = torch.mm(current.Inverse, current.Adjoint) };
        var analysis = Analysis;
        // z = soft(v, λ/ρ) with v = Wx + u, and then u⁺ = u + Wx − z = clip(v, ±λ/ρ): z − u⁺ = v − 2u⁺.
        var v = current.Dual is null ? torch.mm(analysis, current.X) : torch.addmm(current.Dual, analysis, current.X, 1, 1);
        var threshold = Regularization(k) / current.Rho;
        var dual = torch.clamp(v, -threshold, threshold);
        var right = torch.addmm(current.Adjoint, analysis.t(), v.add(dual, -2) * current.Rho, 1, 1);
        return current with { X = torch.mm(current.Inverse, right), Dual = dual };
    }

    public override torch.Tensor Estimate(LayerState state, Observation observed)
    {
        var x = ((AdmmDadState)state).X!.t();
        return _options.OutputRange == OutputRange.None ? x.alias() : x.clamp(_problem.Scale.NormalizedMinimum, _problem.Scale.NormalizedMaximum);
    }

    /// <summary>Layer k's own threshold, where it has one: the first layer has none.</summary>
    public override IEnumerable<Parameter> LayerParameters(int k) =>
        _options.Threshold == ThresholdRule.PerLayer && k > 0 && k <= _thresholds ? [get_parameter(LogRegularization + k)!] : [];

    /// <summary>λ of the update of z and u before layer k.</summary>
    private torch.Tensor Regularization(int k) =>
        _thresholds == 0 ? Constant(_options.Regularization) : get_parameter(LogRegularization + Math.Clamp(k, 1, _thresholds))!.exp();

    /// <summary>
    /// By Cholesky, in the network's number type, once for a forward pass; gradients reach W and ρ through it. As a matrix: L solves for it and its gradient are
    /// then L products, where solving with the factor has a triangular solve's gradient in every layer.
    /// </summary>
    private torch.Tensor Inverse(MeasurementOperator measured, torch.Tensor rho)
    {
        var analysis = Analysis;
        var gram = ReferenceEquals(measured, _problem.Operator) ? get_buffer(Gram)! : OperatorGram.Of(measured, analysis);
        var system = torch.addmm(gram.to(analysis.dtype), analysis.t() * rho, analysis, 1, 1);
        return torch.cholesky_inverse(torch.linalg.cholesky(system));
    }

    private torch.Tensor Constant(double value) => torch.tensor(value, dtype: Analysis.dtype, device: _problem.Device);
}
