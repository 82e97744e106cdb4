using Unfold.Cli.Commands;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Verifications;

/// <summary>Where the runs of a verification come from.</summary>
internal sealed class VerifiedRuns(CliContext context, PluginHost host, Experiment experiment, IReadOnlyList<ExperimentCell> cells)
{
    /// <summary>The runs in an output folder; without one those in <c>runs</c>, or else those that are kept.</summary>
    /// <exception cref="ResultsException">UFR005: there is none.</exception>
    public IReadOnlyList<StoredRun> Stored(string? outFolder)
    {
        var kept = outFolder is null ? ExpectedFile.KeptFolder(experiment, context.Search.HostFolder) : null;
        var folder = outFolder ?? CommonOptions.DefaultOutFolder;
        if (kept is not null && !Directory.Exists(Path.Combine(folder, experiment.Name)) && Directory.Exists(Path.Combine(kept, experiment.Name)))
            folder = kept;
        var runs = RunCollection.Latest(folder, experiment.Name, new DeclaredRuns(experiment).IsCurrent)
            .Where(r => cells.Any(c => c.Name == r.Result.Name && c.Seeds.Contains(r.Result.Seed)))
            .ToList();
        return runs.Count > 0
            ? runs
            : throw new ResultsException("UFR005", $"there is no finished run of {string.Join(", ", cells.Select(c => c.Name))} in {Path.GetFullPath(Path.Combine(folder, experiment.Name))}", "train it: unfold run, with the same --out");
    }

    /// <summary>Trains, what the cells learn from too. A finished run of the same spec proves nothing about today's code: every cell is trained.</summary>
    /// <exception cref="ResultsException">UFR007: a run could not even start.</exception>
    public IReadOnlyList<StoredRun> Trained(RunOptions options)
    {
        var plan = TeacherOrder.Of(experiment.Cells, cells);
        ExperimentRunner.Check(plan.Select(p => p.Cell));
        var cancellation = context.StartTraining();
        var runner = new ExperimentRunner(context, host, experiment);
        foreach (var (cell, _) in plan)
            runner.Run(cell, options with { Force = true, Command = RunCommands.Of(new DeclaredRuns(experiment).Called, [], [], options) }, cancellation);

        // A run that could not even start has said why; it must not pass unseen.
        var planned = plan.Sum(p => p.Cell.Seeds.Count);
        return runner.Runs.Count == planned
            ? [.. runner.Runs.Where(r => cells.Any(c => c.Name == r.Result.Name && c.Seeds.Contains(r.Result.Seed)))]
            : throw new ResultsException("UFR007", $"{planned - runner.Runs.Count} of {planned} runs could not be trained", "mend what is said above");
    }
}
