using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
/// <param name="options">The options.</param>
[Component("adamw")]
public sealed class AdamW(AdamOptions options) : IOptimizer
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double LearningRate => options.LearningRate;

    /// <inheritdoc/>
    public bool CanBeResumed => true;

    /// <inheritdoc/>
    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters) => new TorchUpdate(torch.optim.AdamW(
        parameters, options.LearningRate, options.Beta1, options.Beta2, options.Epsilon, options.WeightDecay));
}
