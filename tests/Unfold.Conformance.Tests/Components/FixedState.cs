using TorchSharp;

namespace Unfold.Conformance.Tests;

/// <summary>A state that cannot be put together anew.</summary>
internal sealed record FixedState : LayerState
{
    public FixedState(torch.Tensor x) => X = x;

    public torch.Tensor X { get; }
}
