using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Deconet;

/// <summary>µ and the step sizes of a solve, and what of them is learnt.</summary>
internal sealed class StepSizeSource : torch.nn.Module
{
    private readonly DeconetOptions _options;
    private readonly DeconetRules _rules;
    private readonly Problem _problem;
    private readonly torch.ScalarType _dtype;
    private readonly Parameter? _balance;
    private readonly Parameter? _logSmoothing;
    private readonly LearnedLayers _layers;

    public StepSizeSource(DeconetOptions options, DeconetRules rules, Problem problem, torch.Tensor analysis)
        : base("steps")
    {
        (_options, _rules, _problem, _dtype) = (options, rules, problem, analysis.dtype);
        if (options.LearnStepBalance)
        {
            var balance = options.StepBalance ?? DefaultBalance(analysis);
            _balance = new Parameter(Constant(Math.Log(balance / (1 - balance))));
            register_parameter("balance", _balance);
        }

        if (options.LearnSmoothing)
        {
            _logSmoothing = new Parameter(Constant(Math.Log(rules.Smoothing)));
            register_parameter("log_smoothing", _logSmoothing);
        }

        _layers = new LearnedLayers(options, _dtype, problem.Device);
        register_module("layers", _layers);
    }

    /// <param name="step">The continuation step: µ_j = factor · µ.</param>
    /// <param name="normSquared">‖W‖², scalar tensor; null for decaying steps.</param>
    /// <param name="measured">A: the observation's, which need not be the problem's.</param>
    public StepSizes For(ContinuationStep step, torch.Tensor? normSquared, MeasurementOperator measured)
    {
        var nominal = _rules.Smoothing * step.SmoothingFactor;
        var smoothing = _logSmoothing is null ? Constant(nominal) : _logSmoothing.exp() * step.SmoothingFactor;
        if (normSquared is null)
        {
            return new StepSizes(
                Constant(_options.Step1), Constant(_options.Step2), _options.StepDecay1, _options.StepDecay2, smoothing, nominal, null, _layers.StepFactors(null), _layers.Thresholds());
        }

        var operatorSquared = measured.Norm * measured.Norm;
        var balance = _balance is not null
            ? _balance.sigmoid()
            : _options.StepBalance is { } fixedBalance ? Constant(fixedBalance) : operatorSquared / (normSquared + operatorSquared);
        var first = (1 - balance) * smoothing / normSquared;
        var second = balance * smoothing / operatorSquared;
        return new StepSizes(
            first, second, Decay1: 1, Decay2: 1, smoothing, nominal, normSquared, _layers.StepFactors(torch.stack([1 - balance, balance]).reshape(2, 1)), _layers.Thresholds());
    }

    private double DefaultBalance(torch.Tensor analysis)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var norm = torch.linalg.matrix_norm(analysis, 2).to(torch.float64).item<double>();
        var operatorSquared = _problem.Operator.Norm * _problem.Operator.Norm;
        return operatorSquared / ((norm * norm) + operatorSquared);
    }

    private torch.Tensor Constant(double value) => torch.tensor(value, dtype: _dtype, device: _problem.Device);
}
