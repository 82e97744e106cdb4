using Unfold.Engine.Checkpoints;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>What a run leaves that does not reach its end.</summary>
public sealed class FailureTests : IDisposable
{
    private static readonly TrainingSpec Spec = Specimen.Spec with
    {
        Loss = new HookedLoss(new NumbersOptions()),
        Training = Specimen.Training with { Epochs = 3, CheckpointSteps = 1 },
    };

    private readonly TemporaryFolder _folder = new();

    private string Folder => Directory.GetDirectories(_folder.Of("x/v")).Single();

    public void Dispose()
    {
        HookedLoss.Hook(null);
        _folder.Dispose();
    }

    [Fact]
    public void A_run_that_diverged_keeps_its_last_finite_checkpoint()
    {
        var outcome = Run(Specimen.Spec with { Loss = new BreakingLoss(new BreakingLossOptions { FromStep = 6 }), Training = Spec.Training });
        Assert.Equal(RunStatus.Diverged, outcome.Result.Status);
        using var kept = CheckpointFile.Read(Path.Combine(outcome.Folder, RunFiles.LastCheckpoint), RunState.Read(outcome.Folder)!.Run!.Sha256);
        // The loss of the sixth step is the first that is none; the parameters before it are finite.
        Assert.Equal(5, kept.Position.Step);
        Assert.All(kept.Of(Checkpoint.Network).Values, t => Assert.True(t.isfinite().all().item<bool>()));
        Assert.Contains("UFT001", File.ReadAllText(Path.Combine(outcome.Folder, RunFiles.Log)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_a_component_names_it_and_the_run_goes_on_once_it_is_mended()
    {
        HookedLoss.Hook(n => { if (n == 15) throw new InvalidOperationException("no more"); });
        var error = Assert.Throws<UnfoldException>(() => Run(Spec));
        Assert.Equal("UFT003", error.Code);
        Assert.Contains("InvalidOperationException: no more (training epoch 3, after step ", error.Message, StringComparison.Ordinal);
        Assert.Contains("in HookedLoss 'test-hooked' of Unfold.Engine.Tests)", error.Message, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Failed, ResultsJson.ReadFile<RunResult>(Path.Combine(Folder, RunFiles.Results)).Status);
        var calls = 0;
        HookedLoss.Hook(n => calls = n);
        var outcome = Run(Spec);
        Assert.Equal((RunStatus.Completed, null), (outcome.Result.Status, outcome.Result.Error));
        HookedLoss.Hook(null);
        var whole = Interruption.CallsOf(() => Run(Spec with { Seed = 4 }));
        Assert.True(calls < whole - 5, $"{calls} of {whole}");
    }

    [Fact]
    public void Memory_that_a_component_has_eaten_is_a_failure_of_its_own()
    {
        HookedLoss.Hook(n => { if (n == 15) Assert.NotEmpty(new int[int.MaxValue]); });
        Assert.Equal("UFT016", Assert.Throws<UnfoldException>(() => Run(Spec)).Code);
    }

    [Fact]
    public void A_component_that_does_not_come_back_is_recorded_as_failed()
    {
        using var recorded = new ManualResetEventSlim();
        RunOutcome? stalled = null;
        // Its own thread would wait for ever: here it goes on when the failure is recorded, and finds its folder given up.
        HookedLoss.Hook(n => { if (n == 15) recorded.Wait(); });
        var spec = Spec with { Training = Spec.Training with { StallMinutes = 0.03 } };
        var options = new RunOptions { OutFolder = _folder.Path, Stalled = outcome => { stalled = outcome; recorded.Set(); } };
        Record.Exception(() => new TrainingRun("x", "v", spec).Execute(options, new Quiet()));
        Assert.Equal(RunStatus.Failed, stalled!.Result.Status);
        Assert.StartsWith("UFT015: ", stalled.Result.Error, StringComparison.Ordinal);
        Assert.Contains("in HookedLoss 'test-hooked' of Unfold.Engine.Tests", stalled.Result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimizer_that_cannot_be_saved_is_refused_unless_the_spec_says_that_there_are_no_checkpoints()
    {
        TrainingSpec With(double minutes, int? steps) => Specimen.Spec with
        {
            Training = Specimen.Training with { Optimizer = new Lbfgs(new LbfgsOptions()), BatchSize = 60, CheckpointMinutes = minutes, CheckpointSteps = steps },
        };
        Assert.Contains("training.checkpointMinutes", Refused(With(5, null)), StringComparison.Ordinal);
        Assert.Contains("training.checkpointSteps", Refused(With(0, 10)), StringComparison.Ordinal);
        Assert.Equal(RunStatus.Completed, Run(With(0, null)).Result.Status);

        string Refused(TrainingSpec spec)
        {
            var error = Assert.Throws<UnfoldException>(() => Run(spec));
            Assert.Equal("UFX006", error.Code);
            return error.Message;
        }
    }

    private RunOutcome Run(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path }, new Quiet());
}
