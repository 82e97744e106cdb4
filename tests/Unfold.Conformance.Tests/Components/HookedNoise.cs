using TorchSharp;

namespace Unfold.Conformance.Tests;

internal sealed class HookedNoise(Func<torch.Tensor, torch.Generator, NoisyMeasurements> add) : INoise
{
    public object Options => this;

    public NoisyMeasurements Add(torch.Tensor clean, torch.Generator generator) => add(clean, generator);
}
