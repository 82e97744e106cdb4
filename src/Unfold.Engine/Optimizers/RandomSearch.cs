using TorchSharp.Modules;

namespace Unfold.Engine.Optimizers;

/// <summary>
/// Search without gradients, for a handful of parameters whose ranges the network tells. Every step evaluates the present parameters and random
/// candidates on the step's batch, and goes on with the best of them. The candidates of the first step are drawn uniformly from the whole ranges
/// (by logarithm where a range is logarithmic), those of later steps from a Gaussian around the present parameters that shrinks, cut to the ranges.
/// </summary>
/// <param name="options">The options.</param>
[Component("random-search")]
public sealed class RandomSearch(RandomSearchOptions options) : IOptimizer
{
    /// <inheritdoc/>
    public object Options => options;

    /// <summary>The spread of candidates before any schedule: <see cref="RandomSearchOptions.Spread"/>.</summary>
    public double LearningRate => options.Spread;

    /// <inheritdoc/>
    public bool CanBeResumed => true;

    /// <inheritdoc/>
    public bool UsesGradient => false;

    /// <inheritdoc/>
    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Build(parameters, new ParameterRange?[parameters.Count]);
    }

    /// <inheritdoc/>
    public ParameterUpdate Build(IReadOnlyList<Parameter> parameters, IReadOnlyList<ParameterRange?> ranges)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(ranges);
        return new RandomSearchUpdate(options, [.. parameters.Zip(ranges, (parameter, range) => new SearchedParameter(parameter, range))]);
    }
}
