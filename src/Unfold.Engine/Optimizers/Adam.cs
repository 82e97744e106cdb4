using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>Adam (Kingma and Ba 2015).</summary>
/// <param name="options">The options.</param>
[Component("adam")]
public sealed class Adam(AdamOptions options) : IOptimizer
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double LearningRate => options.LearningRate;

    /// <inheritdoc/>
    public bool CanBeResumed => true;

    /// <inheritdoc/>
    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters) => new TorchUpdate(torch.optim.Adam(
        parameters, options.LearningRate, options.Beta1, options.Beta2, options.Epsilon, options.WeightDecay));
}
