using TorchSharp;

namespace Unfold;

/// <summary>What running a network gives.</summary>
/// <param name="Estimate">x̂, [batch, n], normalised units.</param>
/// <param name="Penalty">The network's auxiliary loss term, or null.</param>
public sealed record Reconstruction(torch.Tensor Estimate, torch.Tensor? Penalty = null)
{
    /// <summary>
    /// The estimates after every layer of the last continuation step, the first layer's first, [batch, n] each; the last one is <see cref="Estimate"/>.
    /// Empty where no loss of the run is <see cref="IUsesLayers"/>.
    /// </summary>
    public IReadOnlyList<torch.Tensor> LayerEstimates { get; init; } = [];
}
