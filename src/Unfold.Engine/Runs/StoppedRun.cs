using Newtonsoft.Json.Linq;
using Unfold.Engine.Checkpoints;
using Unfold.Engine.Identity;
using Unfold.Engine.Teachers;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A run that was stopped, by its folder alone.</summary>
public static class StoppedRun
{
    /// <summary>Goes on with it; one that has ended stays as it is.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="options">How; the plugins are those of its spec.</param>
    /// <param name="plugins">The plugins that a spec uses.</param>
    /// <param name="observer">Told how it goes.</param>
    /// <param name="cancellation">Stops it after the current step.</param>
    /// <exception cref="ResultsException">UFR005: it is no folder of a run; UFR013: another process works on it; UFR016: what the run depends on has changed.</exception>
    public static RunOutcome Resume(string folder, RunOptions options, Func<TrainingSpec, IReadOnlyList<PluginRecord>> plugins, ITrainingObserver observer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(plugins);
        if (Ended(folder) is { } before)
            return before;
        var run = (Directory.Exists(folder) ? RunState.Read(folder)?.Run : null)
            ?? throw new ResultsException("UFR005", $"{Path.GetFullPath(folder)} is no folder of a run that was begun", "name a folder as 'unfold list runs' does");
        using var directory = RunDirectory.Open(folder);
        if (Ended(folder) is { } meanwhile)
            return meanwhile;
        var spec = options.ReadSpec(Path.Combine(folder, RunFiles.Spec));
        var taughtBy = RecordedTeachers.Find(folder, run.Teachers, options.ReadSpec);
        RequireSame(folder, run, spec, taughtBy);
        return new RunAttempt(directory, run, spec, taughtBy, options with { Plugins = plugins(spec) }, observer).Run(cancellation);
    }

    private static RunOutcome? Ended(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Results);
        if (!File.Exists(path) || ResultsJson.ReadFile<RunResult>(path) is not { Status: RunStatus.Completed or RunStatus.Diverged } result)
            return null;
        EndedFolder.Tidy(folder, result.Status);
        return new RunOutcome(folder, result, WasThere: true);
    }

    // The file was changed, or a plugin gives its components other defaults than it did.
    private static void RequireSame(string folder, RunDescription run, TrainingSpec spec, IReadOnlyList<FoundTeacher> taughtBy)
    {
        var identity = RunIdentity.Of(spec, taughtBy.ToDictionary(t => t.Name, t => t.Record, StringComparer.Ordinal));
        if (identity.Sha256 == run.Sha256)
            return;
        var differences = TolerantComparer.Exact.Compare(JObject.Parse(CheckpointFile.SpecOf(folder) ?? File.ReadAllText(Path.Combine(folder, RunFiles.Spec))), JObject.Parse(identity.Json));
        throw new ResultsException(
            "UFR016",
            $"the run in {folder} cannot go on as it was started: its spec means another run today (identity {run.Sha256[..12]}, today {identity.Sha256[..12]}){(differences.Count == 0 ? $": {RunFiles.Spec} is not the one that it was started with" : $": {string.Join("; ", differences.Select(d => $"{d.Path} was {d.Expected ?? "not there"}, and is {d.Received ?? "not there"}"))}")}",
            "put back what has changed, or start the run again with 'unfold run … --force'");
    }
}
