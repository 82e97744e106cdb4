using TorchSharp.Modules;

namespace Unfold;

/// <summary>A way of updating parameters.</summary>
public interface IOptimizer : IComponent
{
    /// <summary>The learning rate before any schedule.</summary>
    double LearningRate { get; }

    /// <summary>
    /// Whether its updates can <see cref="ParameterUpdate.Save"/> and <see cref="ParameterUpdate.Load"/> what later steps depend on. Where they
    /// cannot, a run that is stopped has to start again, and its spec has to say that there are no checkpoints.
    /// </summary>
    bool CanBeResumed => false;

    /// <summary>
    /// Whether its steps use gradients. Where they do not, the engine computes none: losses are evaluated without a graph, and no norm of
    /// a gradient is told.
    /// </summary>
    bool UsesGradient => true;

    /// <summary>Starts an update of the given parameters.</summary>
    ParameterUpdate Build(IReadOnlyList<Parameter> parameters);

    /// <summary>
    /// Starts an update of parameters whose ranges are known, for an optimizer that searches them. The engine calls this one, and keeps the
    /// ranges itself.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="ranges">The range of each (<see cref="UnfoldingNetwork.RangeOf"/>); null for one without.</param>
    ParameterUpdate Build(IReadOnlyList<Parameter> parameters, IReadOnlyList<ParameterRange?> ranges) => Build(parameters);
}
