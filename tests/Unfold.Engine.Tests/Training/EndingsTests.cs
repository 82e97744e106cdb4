using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class EndingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_loss_that_is_no_number_ends_the_run_as_diverged_with_step_and_norms()
    {
        var outcome = Run(Specimen.Spec with { Loss = new BreakingLoss(new BreakingLossOptions()) });
        Assert.Equal(RunStatus.Diverged, outcome.Result.Status);
        Assert.Contains("UFT001: training diverged at step 5 (epoch 2)", outcome.Result.Error, StringComparison.Ordinal);
        Assert.Contains("analysis", outcome.Result.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Result.Metrics);
        Assert.Equal(RunStatus.Diverged, StoredRun.Read(outcome.Folder).Result.Status);
    }

    [Fact]
    public void A_learning_rate_that_is_far_too_large_is_noticed()
    {
        var training = Specimen.Training with { Epochs = 6, Optimizer = new Sgd(new SgdOptions { LearningRate = 1e6 }) };
        var loss = new Losses.MeanSquaredError(new Losses.NoOptions());
        var outcome = Run(Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions()), Training = training, Loss = loss });
        Assert.Equal(RunStatus.Diverged, outcome.Result.Status);
    }

    [Fact]
    public void A_parameter_that_the_last_update_broke_is_a_divergence()
    {
        // One step: its own loss is finite, and nothing but the parameter tells what it did.
        var training = Specimen.Training with { Epochs = 1, BatchSize = 100, Optimizer = new Sgd(new SgdOptions { LearningRate = 1e6 }) };
        var outcome = Run(Specimen.Spec with
        {
            Architecture = new ConstantArchitecture(new ConstantOptions()),
            Loss = new MeanResidualLoss(new MeanResidualOptions { Slope = 1e36 }),
            Training = training,
        });
        Assert.Equal(RunStatus.Diverged, outcome.Result.Status);
        Assert.Contains("step 1 (epoch 1)", outcome.Result.Error, StringComparison.Ordinal);
        Assert.Contains("level Infinity", outcome.Result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_a_plugin_is_recorded_and_passed_on()
    {
        var spec = Specimen.Spec with { Architecture = new ConstantArchitecture(new ConstantOptions { Fails = true }) };
        Assert.Equal("UFP999", Assert.Throws<UnfoldException>(() => Run(spec)).Code);
        var results = Directory.EnumerateFiles(_folder.Path, RunFiles.Results, SearchOption.AllDirectories).Single();
        var result = ResultsJson.ReadFile<RunResult>(results);
        Assert.Equal((RunStatus.Failed, "UFP999: no network today; ask tomorrow"), (result.Status, result.Error));
        Assert.Contains("failed", File.ReadAllText(Path.Combine(Path.GetDirectoryName(results)!, RunFiles.Status)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diverged_run_is_repeated_only_where_it_is_asked_for()
    {
        TrainingSpec Spec() => Specimen.Spec with { Loss = new BreakingLoss(new BreakingLossOptions()) };
        var first = Run(Spec());
        var again = Run(Spec());
        Assert.True(again.WasThere);
        Assert.Equal((RunStatus.Diverged, first.Folder), (again.Result.Status, again.Folder));
        var forced = new TrainingRun("x", "v", Spec()).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());
        Assert.Equal((false, first.Folder), (forced.WasThere, forced.Folder));
    }

    [Fact]
    public void Cancelling_is_recorded()
    {
        using var cancellation = new CancellationTokenSource();
        var observer = new Quiet { AfterEpoch = record => { if (record.Epoch == 1) cancellation.Cancel(); } };
        Assert.Throws<OperationCanceledException>(() => new TrainingRun("x", "v", Specimen.Spec).Execute(new RunOptions { OutFolder = _folder.Path }, observer, cancellation.Token));
        var status = Directory.EnumerateFiles(_folder.Path, RunFiles.Status, SearchOption.AllDirectories).Single();
        var state = RunState.Read(Path.GetDirectoryName(status)!)!;
        Assert.Equal((RunStatus.Interrupted, 4, 1, "v", 3), (state.State, state.Step, state.Attempts, state.Run!.Name, state.Run.Seed));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, RunFiles.Results, SearchOption.AllDirectories));
    }

    [Fact]
    public void No_epochs_evaluate_the_untrained_network()
    {
        var metrics = Run(Specimen.Spec with { Training = Specimen.Training with { Epochs = 0 } }).Result.Metrics;
        Assert.Equal(metrics[MetricNames.UntrainedTestMse], metrics[MetricNames.TestMse]);
    }

    [Fact]
    public void A_run_folder_holds_every_file_and_nothing_temporary()
    {
        var files = Directory.EnumerateFiles(Run(Specimen.Spec).Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["environment.json", "events.out.tfevents", "images.json", "metrics.jsonl", "parameters.safetensors", "results.json", "run.log", "spec.json", "status.json", "test-images.csv"], files.Select(f => f.StartsWith("events", StringComparison.Ordinal) ? "events.out.tfevents" : f));
        Assert.All(Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories), f => Assert.DoesNotContain(".tmp", f, StringComparison.Ordinal));
    }

    private RunOutcome Run(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path }, new Quiet());
}
