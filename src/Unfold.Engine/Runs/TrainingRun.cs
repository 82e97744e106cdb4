using Newtonsoft.Json.Linq;
using TorchSharp;
using Unfold.Engine.Devices;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Identity;
using Unfold.Engine.Native;
using Unfold.Engine.Problems;
using Unfold.Engine.Teachers;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>One run from typed spec to run directory.</summary>
/// <param name="experiment">The experiment's name.</param>
/// <param name="cell">The cell that it belongs to.</param>
/// <param name="spec">What to train.</param>
public sealed class TrainingRun(string experiment, ExperimentCell cell, TrainingSpec spec)
{
    private const int ShownImages = 8;

    /// <summary>A run of a variant without a sweep.</summary>
    public TrainingRun(string experiment, string variant, TrainingSpec spec)
        : this(experiment, new ExperimentCell(variant, variant, [spec.Seed], () => spec), spec)
    {
    }

    /// <summary>Trains, unless an identical run is finished. A run that diverged is an outcome too, by its status.</summary>
    /// <exception cref="UnfoldException">The spec, the data or the environment does not allow it.</exception>
    /// <exception cref="ResultsException">The folder cannot be written.</exception>
    public RunOutcome Execute(RunOptions options, ITrainingObserver observer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpecValidation.Check(spec);
        DeviceSelector.CheckName(options.Device ?? spec.Training.Device);
        var taughtBy = new TeacherFinder(experiment, cell.Name, options).Find(spec);
        var identity = RunIdentity.Of(spec, taughtBy.ToDictionary(t => t.Name, t => t.Record, StringComparer.Ordinal));
        var key = new RunKey(experiment, cell.Name, spec.Seed, identity.Sha256);
        if (!options.Force && RunDirectory.FindFinished(options.OutFolder, key) is { } finished)
            return Again(finished, key, options.OutFolder);

        var started = DateTime.UtcNow;
        var hasOwnPeak = ResidentMemory.TryReset();
        var libtorch = NativeLibraries.Load();
        TorchThreads.Set(options.Threads);
        var device = DeviceSelector.Select(options.Device ?? spec.Training.Device);
        using var prepared = ProblemSetup.Prepare(spec, device);
        var directory = RunDirectory.Create(options.OutFolder, key, identity.Json + "\n");
        directory.Write(RunFiles.Environment, EnvironmentCapture.Take(libtorch, prepared, options, started));
        directory.WriteStatus(RunStatus.Running, 0);
        directory.Log($"{experiment}, {cell.Name}, seed {spec.Seed}: training on {device}");
        var recording = new RecordingObserver(directory, observer);
        try
        {
            using var teachers = TeacherOpener.Open(taughtBy, prepared);
            using var outcome = new Trainer(spec, prepared, recording, teachers).Run(cancellation);
            ParametersFile.Write(directory.Folder, outcome.Runner.Network, identity.SpecSha256);
            directory.Write(RunFiles.Images, SampleImages.Take(outcome.Evaluator, prepared, ShownImages));
            directory.Write(RunFiles.TestImages, outcome.TestImages.ToCsv());
            return End(directory, Result(RunStatus.Completed) with
            {
                Metrics = new SortedDictionary<string, double>(outcome.Metrics.ToDictionary(m => m.Key, m => m.Value), StringComparer.Ordinal),
                ParametersSha256 = outcome.ParametersSha256,
                Notes = [.. outcome.Notes, .. Notes(libtorch, hasOwnPeak)],
            }, recording);
        }
        catch (DivergedException diverged)
        {
            return End(directory, Result(RunStatus.Diverged) with { Error = Coded(diverged) }, recording);
        }
        catch (OperationCanceledException)
        {
            End(directory, Result(RunStatus.Cancelled), recording);
            throw;
        }
        catch (Exception failed) when (failed is not ResultsException)
        {
            // A folder that still says 'running' would look like a run that was killed.
            End(directory, Result(RunStatus.Failed) with { Error = failed is UnfoldException known ? Coded(known) : failed.Message }, recording);
            throw;
        }

        RunResult Result(RunStatus status) => new()
        {
            Experiment = experiment,
            Variant = cell.Variant,
            Cell = Cell,
            Axes = Axes,
            Device = prepared.Problem.Device.ToString(),
            Seed = spec.Seed,
            SpecSha256 = identity.SpecSha256,
            Status = status,
            Teachers = new(taughtBy.ToDictionary(t => t.Name, t => t.SeenFrom(directory.Folder)), StringComparer.Ordinal),
            Conventions = MetricConventions.Of(prepared.Problem.Scale),
        };
    }

    private static IEnumerable<string> Notes(LibTorchFolder libtorch, bool hasOwnPeak)
    {
        if (libtorch.VersionWarning is { } warning)
            yield return warning;
        if (!hasOwnPeak)
            yield return "memory.peak_mb is the peak since the process started: this system does not reset it";
    }

    private string? Cell => cell.Name == cell.Variant ? null : cell.Name;

    private SortedDictionary<string, JToken> Axes => new(cell.Axes.ToDictionary(a => a.Key, a => JToken.Parse(a.Value)), StringComparer.Ordinal);

    private RunOutcome Again(string finished, RunKey key, string outFolder)
    {
        var result = StoredRun.Read(finished).Result;
        if (result.Name == cell.Name)
            return new RunOutcome(finished, result, WasThere: true);
        var folder = RunDirectory.Adopt(outFolder, key, finished, raw => raw with { Variant = cell.Variant, Cell = Cell, Axes = Axes, Notes = [.. raw.Notes, $"the same run as {raw.Name}, trained once"] });
        return new RunOutcome(folder, StoredRun.Read(folder).Result, WasThere: true, FinishedAs: result.Name);
    }

    private static string Coded(UnfoldException error) => $"{error.Code}: {error.Message}; {error.Mend}";

    private static RunOutcome End(RunDirectory directory, RunResult result, RecordingObserver recording)
    {
        TensorBoardEvents.Write(directory.Folder, recording.Records);
        directory.Write(RunFiles.Results, result);
        directory.WriteStatus(result.Status, recording.Step);
        directory.Log(result.Error ?? $"{result.Status}");
        return new RunOutcome(directory.Folder, result, WasThere: false);
    }
}
