using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>A path that shows black measurements, and remembers how far training was when it was asked.</summary>
[Component("test-stepping")]
internal sealed class SteppingHomotopy : IHomotopy
{
    public object Options { get; } = new SteppingHomotopyOptions();

    public List<double> Asked { get; } = [];

    public HomotopyPath Build(Problem problem, torch.Generator generator) => new Path(Asked);

    private sealed class Path(List<double> asked) : HomotopyPath
    {
        public override Observation At(double progress, Observation observed, torch.Tensor? truth, torch.Generator generator)
        {
            asked.Add(progress);
            return observed with { Y = torch.zeros_like(observed.Y), Original = observed };
        }
    }
}
