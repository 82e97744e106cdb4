using Newtonsoft.Json.Linq;
using Unfold.Engine.Devices;
using Unfold.Engine.Identity;
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
    /// <summary>A run of a variant without a sweep.</summary>
    public TrainingRun(string experiment, string variant, TrainingSpec spec)
        : this(experiment, new ExperimentCell(variant, variant, [spec.Seed], () => spec), spec)
    {
    }

    /// <summary>
    /// Trains, unless an identical run has ended; one that was stopped goes on from its checkpoint. A run that diverged is an outcome too,
    /// by its status.
    /// </summary>
    /// <exception cref="UnfoldException">The spec, the data or the environment does not allow it.</exception>
    /// <exception cref="ResultsException">The folder cannot be written, is another process's, or its run cannot go on; UFR017: the spec is not the one that was planned.</exception>
    /// <exception cref="OperationCanceledException">Stopped; its state is saved.</exception>
    public RunOutcome Execute(RunOptions options, ITrainingObserver observer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpecValidation.Check(spec);
        DeviceSelector.CheckName(options.Device ?? spec.Training.Device);
        var taughtBy = new TeacherFinder(experiment, cell.Name, options).Find(spec);
        var identity = RunIdentity.Of(spec, taughtBy.ToDictionary(t => t.Name, t => t.Record, StringComparer.Ordinal));
        if (options.PlannedSpecSha256 is { } planned && planned != identity.SpecSha256)
            throw new ResultsException("UFR017", $"'{cell.Name}' seed {spec.Seed} means another run today than when it was planned (identity {planned[..12]}, today {identity.SpecSha256[..12]}): a plugin or Unfold has other defaults", "put back what has changed, or plan it anew");
        var key = new RunKey(experiment, cell.Name, spec.Seed, identity.Sha256);
        if (!options.Force && RunFolders.FindEnded(options.OutFolder, key) is { } ended)
            return Again(ended, key, options.OutFolder);

        var json = identity.Json + "\n";
        using var directory = RunDirectory.Open(options.OutFolder, key, json, options is { Force: true, Beside: true });
        // Another process may have finished it while this one looked.
        if (!options.Force && RunFolders.FindEnded(options.OutFolder, key) is { } late)
        {
            directory.Discard();
            return Again(late, key, options.OutFolder);
        }

        if (options.Force)
            directory.StartOver(json);
        var description = new RunDescription
        {
            Experiment = experiment,
            Variant = cell.Variant,
            Cell = Cell,
            Axes = Axes,
            Seed = spec.Seed,
            SpecSha256 = identity.SpecSha256,
            Sha256 = identity.Sha256,
            Teachers = new(taughtBy.ToDictionary(t => t.Name, t => t.SeenFrom(directory.Folder)), StringComparer.Ordinal),
        };
        return new RunAttempt(directory, description, spec, taughtBy, options, observer).Run(cancellation);
    }

    private string? Cell => cell.Name == cell.Variant ? null : cell.Name;

    private SortedDictionary<string, JToken> Axes => new(cell.Axes.ToDictionary(a => a.Key, a => JToken.Parse(a.Value)), StringComparer.Ordinal);

    private RunOutcome Again(string ended, RunKey key, string outFolder)
    {
        var result = StoredRun.Read(ended).Result;
        EndedFolder.Tidy(ended, result.Status);
        if (result.Name == cell.Name || result.Status != RunStatus.Completed)
            return new RunOutcome(ended, result, WasThere: true);
        var folder = RunFolders.Adopt(outFolder, key, ended, raw => raw with { Variant = cell.Variant, Cell = Cell, Axes = Axes, Notes = [.. raw.Notes, $"the same run as {raw.Name}, trained once"] });
        return new RunOutcome(folder, StoredRun.Read(folder).Result, WasThere: true, FinishedAs: result.Name);
    }
}
