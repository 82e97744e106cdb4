using TorchSharp;
using Unfold.Continuation;
using Unfold.Engine.Optimizers;
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

    [Theory]
    [InlineData("adam")]
    [InlineData("sgd")]
    [InlineData("random-search")]
    public void No_optimizer_leaves_a_tensor_behind(string name)
    {
        IOptimizer optimizer = name switch
        {
            "adam" => new AdamW(new AdamOptions()),
            "sgd" => new Sgd(new SgdOptions { Momentum = 0.9, LearningRate = 1e-4 }),
            _ => new RandomSearch(new RandomSearchOptions { Candidates = 2 }),
        };
        var spec = Specimen.Spec with { Training = Specimen.Training with { Optimizer = optimizer, GradientClip = optimizer.UsesGradient ? 1 : null } };
        Run(spec);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Run(spec);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_run_that_diverges_or_is_cancelled_leaves_no_tensor_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var keepsBest = Specimen.Spec with { Training = Specimen.Training with { Keep = KeptParameters.BestValidation } };
        Run(keepsBest);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Run(keepsBest);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        Run(keepsBest with { Loss = new BreakingLoss(new BreakingLossOptions()) });
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        var cancels = new Quiet { AfterEpoch = record => { if (record.Epoch == 1) cancellation.Cancel(); } };
        Assert.Throws<OperationCanceledException>(() => new TrainingRun("y", "v", keepsBest).Execute(new RunOptions { OutFolder = _folder.Path }, cancels, cancellation.Token));
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private void Run(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());
}
