using TorchSharp;

namespace Unfold.Deconet;

/// <summary>
/// DECONET (Kouni and Panagakis, arXiv 2205.07050): the iterations of TFOCS for ℓ1-analysis compressed sensing,
/// min ‖Wx‖₁ + µ/2‖x − x0‖² subject to ‖y − Ax‖₂ ≤ ε, unfolded, with the redundant analysis operator W learnt and shared by all layers.
/// </summary>
/// <param name="options">The options.</param>
[Component("deconet")]
public sealed class Deconet(DeconetOptions options) : IArchitecture, IWarmStartable, IAnyOperator, IFullyDifferentiable<IArchitecture>
{
    private bool _isThroughNorms;

    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public IArchitecture WithFullGradient() => new Deconet(options with { Gradient = GradientRule.Full }) { _isThroughNorms = true };

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var rules = DeconetRules.Of(options);
        var rows = Math.Max(1, (long)Math.Round(options.Redundancy * problem.Shape.Length));
        var start = options.Start?.Build(problem, sample);
        var analysis = AnalysisOperatorInit.Draw(rules.Init, options.InitScale, rows, problem.Shape, problem.Device);
        return new DeconetNetwork(options, rules, problem, analysis, start, _isThroughNorms);
    }
}
