using TorchSharp;

namespace Unfold.Conformance.Tests;

internal sealed class HookedCondition(string name) : ITestCondition
{
    public object Options => this;

    public string Name => name;

    public NoisyMeasurements Disturb(Problem problem, torch.Tensor clean, torch.Generator generator) => new(clean.clone(), problem.Noise);
}
