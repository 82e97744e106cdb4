using TorchSharp.Modules;

namespace Unfold;

/// <summary>A way of updating parameters.</summary>
public interface IOptimizer : IComponent
{
    /// <summary>The learning rate before any schedule.</summary>
    double LearningRate { get; }

    /// <summary>Starts an update of the given parameters.</summary>
    ParameterUpdate Build(IReadOnlyList<Parameter> parameters);
}
