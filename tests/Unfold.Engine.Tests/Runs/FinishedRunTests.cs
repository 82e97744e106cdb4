using TorchSharp;
using Unfold.Continuation;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Runs;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class FinishedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_opened_again_gives_its_figures_bit_by_bit()
    {
        var spec = Specimen.Spec with { Continuation = new ProximalPoint(new ContinuationOptions { Steps = 2 }) };
        var outcome = Run(spec);
        using var run = FinishedRun.Open(outcome.Folder, spec);
        Assert.Equal(outcome.Result.Metrics[MetricNames.TestMse], run.Evaluator.Evaluate(run.Prepared.Test, EvaluatedSplit.Test).Mse);
        Assert.Equal(outcome.Result.Metrics[MetricNames.TrainLoss], run.Evaluator.Evaluate(run.Prepared.Train, EvaluatedSplit.Train).Loss);
        Assert.Equal(outcome.Result.ParametersSha256, ParametersHash.Of(run.Runner.Network));
    }

    [Fact]
    public void Dropout_is_off_in_a_run_opened_again()
    {
        var spec = Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions { Rate = 0.5 }) };
        var outcome = Run(spec);
        using var run = FinishedRun.Open(outcome.Folder, spec);
        Assert.Equal(outcome.Result.Metrics[MetricNames.TestMse], run.Evaluator.Evaluate(run.Prepared.Test, EvaluatedSplit.Test).Mse);
        Assert.False(run.Runner.Network.training);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var outcome = Run(Specimen.Spec);
        FinishedRun.Open(outcome.Folder, Specimen.Spec).Dispose();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        FinishedRun.Open(outcome.Folder, Specimen.Spec).Dispose();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Corrupt(outcome.Folder);
        Assert.Throws<ResultsException>(() => FinishedRun.Open(outcome.Folder, Specimen.Spec));
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void What_is_not_the_run_is_refused()
    {
        var outcome = Run(Specimen.Spec);
        var other = Run(Specimen.Spec with { Seed = 4 });
        Assert.Equal("UFR011", Code(outcome.Folder, Specimen.Spec with { Seed = 4 }));
        File.Copy(Parameters(other.Folder), Parameters(outcome.Folder), overwrite: true);
        Assert.Equal("UFR012", Code(outcome.Folder, Specimen.Spec));
        Corrupt(outcome.Folder);
        Assert.Equal("UFR010", Code(outcome.Folder, Specimen.Spec));
        File.Delete(Parameters(outcome.Folder));
        Assert.Equal("UFR011", Code(outcome.Folder, Specimen.Spec));
        File.Delete(Path.Combine(outcome.Folder, RunFiles.Results));
        Assert.Equal("UFR003", Code(outcome.Folder, Specimen.Spec));
    }

    [Fact]
    public void A_run_that_did_not_complete_is_refused()
    {
        var spec = Specimen.Spec with { Loss = new BreakingLoss(new BreakingLossOptions()) };
        Assert.Equal("UFR011", Code(Run(spec).Folder, spec));
    }

    private static string Code(string folder, TrainingSpec spec) => Assert.Throws<ResultsException>(() => FinishedRun.Open(folder, spec)).Code;

    private static string Parameters(string folder) => Path.Combine(folder, RunFiles.Parameters);

    private static void Corrupt(string folder) => File.WriteAllBytes(Parameters(folder), File.ReadAllBytes(Parameters(folder))[..^4]);

    private RunOutcome Run(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Threads = 1 }, new Quiet());
}
