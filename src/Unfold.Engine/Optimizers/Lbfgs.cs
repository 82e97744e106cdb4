using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>
/// Limited-memory BFGS. Meant for full batches: set the batch size to the number of training signals. TorchSharp 0.107's
/// implementation leaves about two vectors of the parameters' size a step to the garbage collector.
/// </summary>
/// <param name="options">The options.</param>
[Component("lbfgs")]
public sealed class Lbfgs(LbfgsOptions options) : IOptimizer
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public double LearningRate => options.LearningRate;

    /// <inheritdoc/>
    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters) => new TorchUpdate(torch.optim.LBFGS(
        parameters, options.LearningRate, options.Iterations, history_size: options.History));
}
