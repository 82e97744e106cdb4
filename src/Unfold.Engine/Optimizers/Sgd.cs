using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>Stochastic gradient descent with momentum.</summary>
/// <param name="options">The options.</param>
[Component("sgd")]
public sealed class Sgd(SgdOptions options) : IOptimizer
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double LearningRate => options.LearningRate;

    /// <inheritdoc/>
    public bool CanBeResumed => true;

    /// <inheritdoc/>
    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters) => new TorchUpdate(torch.optim.SGD(
        parameters, options.LearningRate, options.Momentum, weight_decay: options.WeightDecay, nesterov: options.Nesterov));
}
