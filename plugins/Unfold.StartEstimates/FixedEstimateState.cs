using TorchSharp;

namespace Unfold.StartEstimates;

/// <summary>An estimate that no layer changes.</summary>
/// <param name="X">x̂, [batch, n].</param>
internal sealed record FixedEstimateState(torch.Tensor X) : LayerState;
