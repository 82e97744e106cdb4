using Unfold;

namespace PluginNamespace;

/// <summary>Unrolled ISTA in a cosine basis: iterations of the iterative soft-thresholding algorithm with a learned threshold each.</summary>
/// <param name="options">The options.</param>
[Component("plugin-id")]
public sealed class PluginClassArchitecture(PluginClassOptions options) : IArchitecture
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new PluginClassNetwork(options, problem);
}
