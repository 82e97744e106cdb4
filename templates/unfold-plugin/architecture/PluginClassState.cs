using TorchSharp;
using Unfold;

namespace PluginNamespace;

/// <summary>What one layer hands to the next.</summary>
/// <param name="X">The estimate, [batch, n], normalised units.</param>
public sealed record PluginClassState(torch.Tensor X) : LayerState;
