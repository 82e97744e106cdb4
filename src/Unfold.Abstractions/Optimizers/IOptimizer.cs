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

    /// <summary>Starts an update of the given parameters.</summary>
    ParameterUpdate Build(IReadOnlyList<Parameter> parameters);
}
