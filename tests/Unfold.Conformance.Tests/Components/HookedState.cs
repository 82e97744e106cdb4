using TorchSharp;

namespace Unfold.Conformance.Tests;

internal sealed record HookedState(torch.Tensor X) : LayerState;
