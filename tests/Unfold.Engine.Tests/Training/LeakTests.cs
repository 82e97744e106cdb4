using TorchSharp;
using Unfold.Continuation;
using Unfold.Engine.Runs;

namespace Unfold.Engine.Tests;

public sealed class LeakTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_leaves_no_tensor_behind()
    {
        var spec = Specimen.Spec with { Continuation = new ProximalPoint(new ContinuationOptions { Steps = 2 }) };
        Run(spec);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Run(spec);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_step_leaves_no_tensor_behind()
    {
        var counts = new List<long>();
        var observer = new Quiet { AfterEpoch = _ => counts.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount) };
        new TrainingRun("x", "v", Specimen.Spec with { Training = Specimen.Training with { Epochs = 5 } }).Execute(new RunOptions { OutFolder = _folder.Path }, observer);
        // The optimizer's state appears with the first step; from then on nothing is added.
        Assert.Single(counts.Skip(1).Distinct());
    }

    private void Run(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());
}
