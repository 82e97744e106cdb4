using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Engine.Schedules;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>A run that was stopped anywhere, any number of times, ends as one that was not, byte for byte.</summary>
public sealed class ResumeTests : IDisposable
{
    // The stranger's modules draw from torch's default generator, and some of its parameters have a momentum.
    private static readonly TrainingSpec Spec = Specimen.Spec with
    {
        Architecture = new DropoutArchitecture(new DropoutOptions()),
        Loss = new HookedLoss(new NumbersOptions()),
        Training = Specimen.Training with { Epochs = 3, Keep = KeptParameters.BestValidation, Schedule = new Cosine(new CosineOptions()) },
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        HookedLoss.Hook(null);
        _folder.Dispose();
    }

    public static TheoryData<string> Optimizers => ["adam", "adamw", "sgd"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Stopped_again_and_again(string optimizer)
    {
        var spec = Spec with { Training = Spec.Training with { Optimizer = Optimizer(optimizer) } };
        var calls = 0;
        HookedLoss.Hook(n => calls = n);
        var whole = Run(spec, "whole");
        HookedLoss.Hook(null);
        Assert.True(calls > 20, $"{calls}");

        // An evaluation that was stopped begins again: eight calls are enough for the longest of them.
        var stops = 0;
        RunOutcome? outcome = null;
        while (outcome is null)
        {
            using var stop = new CancellationTokenSource();
            HookedLoss.Hook(n => { if (n == 8) stop.Cancel(); });
            try
            {
                outcome = Run(spec, "stopped", stop.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.True(++stops < 200, "it does not get on");
            }
        }

        Assert.True(stops > 2, $"{stops}");
        AssertSame(whole, outcome);
    }

    [Fact]
    public void Stopped_once_at_any_moment()
    {
        var calls = 0;
        HookedLoss.Hook(n => calls = n);
        var whole = Run(Spec, "whole");
        for (var at = 1; at <= calls; at++)
        {
            using var stop = new CancellationTokenSource();
            HookedLoss.Hook(n => { if (n == at) stop.Cancel(); });
            var folder = $"stopped-{at}";
            try
            {
                Run(Spec, folder, stop.Token);
            }
            catch (OperationCanceledException)
            {
            }

            HookedLoss.Hook(null);
            AssertSame(whole, Run(Spec, folder));
        }
    }

    private static IOptimizer Optimizer(string name) => name switch
    {
        "adam" => new Adam(new AdamOptions { LearningRate = 1e-2 }),
        "adamw" => new AdamW(new AdamOptions { LearningRate = 1e-2, WeightDecay = 1e-2 }),
        _ => new Sgd(new SgdOptions { LearningRate = 1e-2, Momentum = 0.9 }),
    };

    private RunOutcome Run(TrainingSpec spec, string folder, CancellationToken cancellation = default) =>
        new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Of(folder) }, new Quiet(), cancellation);

    private static void AssertSame(RunOutcome whole, RunOutcome other)
    {
        Assert.Equal(RunStatus.Completed, other.Result.Status);
        Assert.False(other.WasThere);
        foreach (var file in new[] { RunFiles.Metrics, RunFiles.Parameters, RunFiles.TestImages, RunFiles.Images, RunFiles.Spec, RunFiles.BestParameters })
            Assert.True(File.ReadAllBytes(Path.Combine(whole.Folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other.Folder, file))), file);
        Assert.Equal(WithoutTimes(whole), WithoutTimes(other));
    }

    private static string WithoutTimes(RunOutcome outcome) => ResultsJson.Indented(outcome.Result with
    {
        Metrics = new SortedDictionary<string, double>(outcome.Result.Metrics.Where(m => !MetricNames.IsOfTheMachine(m.Key)).ToDictionary(), StringComparer.Ordinal),
    });
}
