using Unfold.Engine.Checkpoints;
using Unfold.Engine.Identity;
using Unfold.Engine.Problems;
using Unfold.Engine.Teachers;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>One attempt at a run, in a folder that it holds: from the start, or from the folder's checkpoint.</summary>
/// <param name="directory">The folder.</param>
/// <param name="run">Which run it is.</param>
/// <param name="spec">What to train.</param>
/// <param name="taughtBy">Its teachers.</param>
/// <param name="options">How.</param>
/// <param name="observer">Told how it goes.</param>
internal sealed class RunAttempt(RunDirectory directory, RunDescription run, TrainingSpec spec, IReadOnlyList<FoundTeacher> taughtBy, RunOptions options, ITrainingObserver observer)
{
    private const int ShownImages = 8;

    private readonly TrainingActivity _activity = new();
    private readonly int _attempts = (RunState.Read(directory.Folder)?.Attempts ?? 0) + 1;
    private readonly List<string> _notes = [];
    private string? _device;
    private SortedDictionary<string, string> _conventions = new(StringComparer.Ordinal);

    /// <summary>Trains. A run that diverged is an outcome too, by its status.</summary>
    public RunOutcome Run(CancellationToken cancellation)
    {
        using var heart = new RunHeart(directory, _activity, spec.Training.StallMinutes, options.Stalled is { } stalled ? () => Stall(stalled) : null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, heart.Lost);
        var hasBegun = false;
        try
        {
            var schedule = new CheckpointSchedule(spec.Training.CheckpointMinutes is > 0 and var minutes ? minutes : null, spec.Training.CheckpointSteps, TimeProvider.System);
            var all = new CheckpointStore(directory, run.Sha256, RunIdentity.Of(spec).Json, schedule, () => directory.Write(RunFiles.Status, State(RunStatus.Running)));
            var store = spec.Training is { CheckpointMinutes: 0, CheckpointSteps: null } ? null : all;
            using var setup = RunSetup.Prepare(spec, options, directory.HasCheckpoint ? ResultsJson.ReadFile<RunEnvironment>(Path.Combine(directory.Folder, RunFiles.Environment)) : null, directory, _activity, stop.Token);
            using var from = all.Find(_notes.Add);
            _notes.AddRange(setup.Notes);
            _device = setup.Prepared.Problem.Device.ToString();
            _conventions = MetricConventions.Of(setup.Prepared);
            Begin(heart, from, setup);
            hasBegun = true;
            using var teachers = TeacherOpener.Open(taughtBy, setup.Prepared);
            using var outcome = new Trainer(spec, setup.Prepared, new RecordingObserver(directory, observer), teachers) { Checkpoints = store, From = from, Activity = _activity }.Run(stop.Token);
            // What is left takes less than to save and do it again: a request to stop waits for it.
            directory.RequireOwn();
            ParametersFile.Write(directory.Folder, outcome.Runner.Network, run.SpecSha256, outcome.ParametersSha256);
            directory.Write(RunFiles.Images, SampleImages.Take(outcome.Evaluator, setup.Prepared, ShownImages));
            directory.Write(RunFiles.TestImages, outcome.TestImages.ToCsv());
            var ended = End(heart, Result(RunStatus.Completed) with
            {
                Metrics = new SortedDictionary<string, double>(outcome.Metrics.ToDictionary(m => m.Key, m => m.Value), StringComparer.Ordinal),
                ParametersSha256 = outcome.ParametersSha256,
                Notes = [.. outcome.Notes, .. _notes],
            });
            CheckpointStore.Finish(directory);
            return ended;
        }
        catch (DivergedException diverged)
        {
            return End(heart, Result(RunStatus.Diverged) with { Error = ErrorText.Of(diverged) });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            heart.Dispose();
            directory.RequireOwn();
            if (!hasBegun)
                directory.Discard();
            else
                Leave(RunStatus.Interrupted, directory.HasCheckpoint ? "stopped on request; it can go on from its checkpoint" : "stopped on request, without a checkpoint");
            throw;
        }
        catch (Exception failed)
        {
            throw Fail(heart, failed, hasBegun);
        }
    }

    private void Begin(RunHeart heart, Checkpoint? from, RunSetup setup)
    {
        if (from is null)
            directory.Write(RunFiles.Environment, setup.Environment);
        MetricsFile.CutBack(Path.Combine(directory.Folder, RunFiles.Metrics), from?.Position.MetricsBytes ?? 0);
        directory.Delete(RunFiles.Results);
        heart.Begin(() => State(RunStatus.Running));
        directory.Log($"{run.Experiment}, {run.Name}, seed {run.Seed}: {(from is null ? "training" : $"going on from step {from.Position.Step}")} on {_device}; attempt {_attempts}, process {Environment.ProcessId} on {Environment.MachineName}");
        foreach (var note in _notes)
            directory.Log(note);
    }

    // What failed before it began leaves no trace of a new run, and an old one as it was.
    private Exception Fail(RunHeart heart, Exception failed, bool hasBegun)
    {
        heart.Dispose();
        var coded = failed is UnfoldException or ResultsException ? failed : RunFailure.Of(failed, _activity);
        if (!hasBegun)
            directory.Discard();
        else
            RecordFailure(ErrorText.Of(coded));
        return coded;
    }

    private void RecordFailure(string text)
    {
        try
        {
            directory.Write(RunFiles.Results, Result(RunStatus.Failed) with { Error = text });
            Leave(RunStatus.Failed, text);
        }
        catch (ResultsException)
        {
            // On a full disk, or in a folder that another process took over, nothing can be recorded: the error itself is thrown, and the checkpoint is as it was.
        }
    }

    // Called by the heart's thread: the one that trains does not come back.
    private void Stall(Action<RunOutcome> stalled)
    {
        var error = $"UFT015: nothing was finished for more than {spec.Training.StallMinutes} minutes: {_activity}; mend the component, or raise training.stallMinutes";
        RecordFailure(error);
        directory.Dispose();
        stalled(new RunOutcome(directory.Folder, Result(RunStatus.Failed) with { Error = error }, WasThere: false));
    }

    private RunOutcome End(RunHeart heart, RunResult result)
    {
        heart.Dispose();
        directory.RequireOwn();
        TensorBoardEvents.Write(directory.Folder, MetricsFile.Read(Path.Combine(directory.Folder, RunFiles.Metrics)));
        directory.Write(RunFiles.Results, result);
        Leave(result.Status, result.Error ?? $"{result.Status}");
        return new RunOutcome(directory.Folder, result, WasThere: false);
    }

    private void Leave(RunStatus status, string text)
    {
        directory.Write(RunFiles.Status, State(status) with { At = text });
        directory.Log(text);
    }

    private RunState State(RunStatus status) => new()
    {
        State = status,
        Step = _activity.Step,
        Steps = _activity.Steps,
        At = _activity.Doing,
        Heartbeat = Clock.Now(),
        Host = Environment.MachineName,
        Pid = Environment.ProcessId,
        Attempts = _attempts,
        Run = run,
    };

    private RunResult Result(RunStatus status) => new()
    {
        Experiment = run.Experiment,
        Variant = run.Variant,
        Cell = run.Cell,
        Axes = run.Axes,
        Device = _device,
        Seed = run.Seed,
        SpecSha256 = run.SpecSha256,
        Status = status,
        Teachers = run.Teachers,
        Conventions = _conventions,
    };
}
