using Unfold.Continuation;
using Unfold.Datasets;
using Unfold.Deconet;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Engine.Schedules;
using Unfold.Losses;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>A run that was stopped anywhere, any number of times, ends as one that was not, byte for byte.</summary>
public sealed class ResumeTests : IDisposable
{
    // A stranger's modules, which draw from torch's default generator.
    private static readonly TrainingSpec Spec = Specimen.Spec with
    {
        Architecture = new DropoutArchitecture(new DropoutOptions()),
        Loss = new HookedLoss(new NumbersOptions()),
        Training = Specimen.Training with { Epochs = 3, Keep = KeptParameters.BestValidation, Schedule = new Cosine(new CosineOptions()) },
    };

    // An evaluation that was stopped begins again: so many calls are enough for the longest of them.
    private const int Enough = 8;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Optimizers => ["adam", "adamw", "sgd", "random-search"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimizer_goes_on(string optimizer) => AssertGoesOn(Spec with { Training = Spec.Training with { Optimizer = Optimizer(optimizer) } });

    [Fact]
    public void Stopped_once_at_any_moment()
    {
        RunOutcome? whole = null;
        var calls = Interruption.CallsOf(() => whole = Run(Spec, "whole"));
        Assert.True(calls > 20, $"{calls}");
        for (var at = 1; at < calls; at++)
        {
            var folder = $"stopped-{at}";
            Assert.Null(Interruption.At(at, stop => Run(Spec, folder, stop)));
            Interruption.AssertSame(whole!, Run(Spec, folder));
        }

        // After its last evaluation there is only writing left to do, which is done: what was trained is not thrown away.
        Interruption.AssertSame(whole!, Interruption.At(calls, stop => Run(Spec, "stopped-at-the-end", stop))!);
    }

    [Fact]
    public void Along_a_homotopy_under_a_continuation_with_early_stopping()
    {
        var whole = AssertGoesOn(Spec with
        {
            Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 3, Redundancy = 2, LearnSmoothing = true }),
            Continuation = new ProximalPoint(new ContinuationOptions { Steps = 2 }),
            // So fast that the validation error soon rises.
            Training = Spec.Training with { Epochs = 9, Patience = 2, Homotopy = new Fidelity(new FidelityOptions()), Optimizer = new Adam(new AdamOptions { LearningRate = 0.3 }) },
        });
        Assert.True(whole.Result.Metrics[MetricNames.TrainEpochs] < 9);
    }

    // Without a range there is no PSNR before training either: the checkpoint keeps that too.
    [Fact]
    public void Where_every_epoch_sees_other_signals() => AssertGoesOn(Spec with
    {
        Dataset = new SparseSignals(new SparseSignalsOptions { Length = 64, Train = 60, Validation = 20, Test = 20, Fresh = true }),
    });

    // Stopped at every moment: also between two stages, where the optimizer begins anew.
    [Fact]
    public void Layer_by_layer_with_an_average_of_the_parameters()
    {
        var spec = Protocols;
        RunOutcome? whole = null;
        var calls = Interruption.CallsOf(() => whole = Run(spec, "whole"));
        for (var at = 1; at < calls; at++)
        {
            var folder = $"stopped-{at}";
            Assert.Null(Interruption.At(at, stop => Run(spec, folder, stop)));
            Interruption.AssertSame(whole!, Run(spec, folder));
        }
    }

    [Theory]
    [InlineData(KeptParameters.Last)]
    [InlineData(KeptParameters.BestValidation)]
    public void An_average_is_kept_where_the_last_parameters_are_reported_too(KeptParameters keep) =>
        AssertGoesOn(Spec with { Training = Spec.Training with { EmaDecay = 0.7, Keep = keep, Schedule = new Warmup(new WarmupOptions { Share = 0.3, Schedule = new Cosine(new CosineOptions()) }) } });

    private static TrainingSpec Protocols => Spec with
    {
        Architecture = new LayeredArchitecture(new LayeredOptions { Dropout = 0.2 }),
        Loss = new HookedLoss(new NumbersOptions { Inner = new Layers(new LayersOptions { Weighting = LayerWeighting.Linear }) }),
        Training = Spec.Training with { LayerWise = [1, 0.2], GradientLayers = 2, Recompute = RecomputeRule.EveryLayer, EmaDecay = 0.8, Optimizer = new AdamW(new AdamOptions { LearningRate = 1e-2, WeightDecay = 1e-2 }) },
    };

    [Fact]
    public void A_parameter_that_has_had_no_gradient_yet_has_none_afterwards() => AssertGoesOn(Spec with
    {
        Architecture = new LateArchitecture(new NumbersOptions { Number = 7 }),
        Training = Spec.Training with { Optimizer = new AdamW(new AdamOptions { WeightDecay = 0.1 }) },
    });

    [Fact]
    public void A_student_needs_its_teacher_for_the_loss_and_not_for_its_start()
    {
        using var school = new Classroom();
        using var other = new Classroom();
        var spec = Classroom.Compressed() with
        {
            Loss = new HookedLoss(new NumbersOptions { Inner = new Distillation(new DistillationOptions { Teacher = "teacher" }) }),
        };
        RunOutcome Student(Classroom room, CancellationToken stop = default) => new TrainingRun("class", Classroom.Cell("student", spec), spec).Execute(room.Options, new Quiet(), stop);
        school.TrainTeacher();
        other.TrainTeacher();
        var (stopped, stops) = Interruption.EveryCalls(Enough, stop => Student(school, stop));
        Assert.True(stops > 1, $"{stops}");
        Interruption.AssertSame(Student(other), stopped);
    }

    [Fact]
    public void A_stopped_run_goes_on_from_its_folder_alone()
    {
        var whole = Run(Spec, "whole");
        Assert.Null(Interruption.At(20, stop => Run(Spec, "stopped", stop)));
        var folder = Directory.GetDirectories(_folder.Of("stopped/x/v")).Single();
        var outcome = StoppedRun.Resume(folder, new RunOptions { ReadSpec = _ => Spec }, _ => [], new Quiet());
        Interruption.AssertSame(whole, outcome);
        Assert.Equal(2, RunState.Read(folder)!.Attempts);
        Assert.True(StoppedRun.Resume(folder, new RunOptions { ReadSpec = _ => Spec }, _ => [], new Quiet()).WasThere);
    }

    [Fact]
    public void Without_checkpoints_it_starts_again()
    {
        var spec = Spec with { Training = Spec.Training with { CheckpointMinutes = 0 } };
        Assert.Null(Interruption.At(15, stop => Run(spec, "stopped", stop)));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.safetensors", SearchOption.AllDirectories));
        Assert.Equal(Interruption.CallsOf(() => Run(spec, "whole")), Interruption.CallsOf(() => Run(spec, "stopped")));
    }

    private RunOutcome AssertGoesOn(TrainingSpec spec)
    {
        var whole = Run(spec, "whole");
        var (stopped, stops) = Interruption.EveryCalls(Enough, stop => Run(spec, "stopped", stop));
        Assert.True(stops > 1, $"{stops}");
        Interruption.AssertSame(whole, stopped);
        return whole;
    }

    private static IOptimizer Optimizer(string name) => name switch
    {
        "adam" => new Adam(new AdamOptions { LearningRate = 1e-2 }),
        "adamw" => new AdamW(new AdamOptions { LearningRate = 1e-2, WeightDecay = 1e-2 }),
        "random-search" => new RandomSearch(new RandomSearchOptions { Candidates = 2 }),
        _ => new Sgd(new SgdOptions { LearningRate = 1e-2, Momentum = 0.9 }),
    };

    private RunOutcome Run(TrainingSpec spec, string folder, CancellationToken cancellation = default) =>
        new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Of(folder) }, new Quiet(), cancellation);
}
