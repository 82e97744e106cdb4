using TorchSharp;

namespace Unfold.Conformance.Tests;

internal sealed class HookedHomotopy(Func<double, Observation, Observation> at) : IHomotopy
{
    public object Options => this;

    public HomotopyPath Build(Problem problem, torch.Generator generator) => new Path(at);

    private sealed class Path(Func<double, Observation, Observation> at) : HomotopyPath
    {
        public override Observation At(double progress, Observation observed, torch.Tensor? truth, torch.Generator generator) => at(progress, observed);
    }
}
