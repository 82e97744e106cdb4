using Unfold.Engine.Runs;
using Unfold.Results;
using Unfold.Snapshots;

namespace Unfold.Engine.Tests;

[UsesVerify]
public sealed class ResultsSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Other processors add in other orders: a hundredth, and more for the gap, which is a small difference.
    [Fact]
    public Task The_figures_of_a_small_run()
    {
        var result = new TrainingRun("x", "v", Specimen.Spec).Execute(new RunOptions { OutFolder = _folder.Path, Threads = 1 }, new Quiet()).Result;
        return Verify(ExpectedRun.Of(result), new SnapshotTolerances(0, 0.01).At("metrics/generalization.gap", 1e-4, 0).At("metrics/gap.published", 1e-3, 0).ToSettings());
    }
}
