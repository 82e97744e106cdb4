using Unfold.Cli.Commands;
using Unfold.Engine.Identity;
using Unfold.Engine.Runs;
using Unfold.Engine.Teachers;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Verifications;

/// <summary>Where the runs of a verification come from.</summary>
internal sealed class VerifiedRuns(CliContext context, PluginHost host, Experiment experiment, IReadOnlyList<ExperimentCell> cells)
{
    /// <summary>The runs in an output folder; without one those in <c>runs</c>, or else those that are kept.</summary>
    /// <returns>The runs, and whether they are the kept ones.</returns>
    /// <exception cref="ResultsException">UFR005: there is none.</exception>
    public (IReadOnlyList<StoredRun> Runs, bool AreKept) Stored(string? outFolder)
    {
        var kept = ExpectedFile.KeptFolder(experiment, context.Search.HostFolder);
        var folder = outFolder ?? CommonOptions.DefaultOutFolder;
        if (outFolder is null && kept is not null && !Directory.Exists(Path.Combine(folder, experiment.Name)) && Directory.Exists(Path.Combine(kept, experiment.Name)))
            folder = kept;
        var all = RunCollection.Latest(folder, experiment.Name, new DeclaredRuns(experiment).IsCurrent);
        var runs = all.Where(r => cells.Any(c => c.Name == r.Result.Name && c.Seeds.Contains(r.Result.Seed))).ToList();
        var surplus = all.Where(IsSurplus).ToList();
        var areKept = kept is not null && Path.GetRelativePath(kept, folder) == ".";
        // Records say how many seeds a figure is over. Among runs anything may lie that somebody tried.
        if (areKept)
            runs.AddRange(surplus);
        else if (surplus.Count > 0)
            context.Screen.Profile.Out.Writer.WriteLine($"left out: {surplus.Count} {(surplus.Count == 1 ? "run" : "runs")} of seeds that the experiment does not declare: {string.Join(", ", surplus.Select(r => r.Result.Name).Distinct())}");
        return runs.Count > 0
            ? (runs, areKept)
            : throw new ResultsException("UFR005", $"there is no finished run of {string.Join(", ", cells.Select(c => c.Name))} in {Path.GetFullPath(Path.Combine(folder, experiment.Name))}", "train it: unfold run, with the same --out");
    }

    /// <summary>Concludes from stored runs, or from runs that are trained in a folder that goes when all is well.</summary>
    public int With(RunOptions options, VerifyFlags flags, Func<IReadOnlyList<StoredRun>, bool, int> conclude)
    {
        if (flags.IsStored)
        {
            var (runs, areKept) = Stored(flags.OutFolder);
            return conclude(runs, areKept);
        }

        using var fresh = flags.OutFolder is null ? new FreshFolder(context) : null;
        var exitCode = conclude(Trained(options with { OutFolder = fresh?.Path ?? flags.OutFolder! }), false);
        if (exitCode == ExitCode.Done)
            fresh?.GiveUp();
        return exitCode;
    }

    // Of a cell that is asked for with all its seeds; with fewer of them the others are nobody's concern.
    private bool IsSurplus(StoredRun run) => cells.Any(c =>
        c.Name == run.Result.Name && !c.Seeds.Contains(run.Result.Seed) && c.Seeds.Count == experiment.Cells.First(whole => whole.Name == c.Name).Seeds.Count);

    /// <summary>Trains, what the cells learn from too. A finished run of the same spec proves nothing about today's code: every cell is trained.</summary>
    /// <exception cref="ResultsException">UFR007: a run could not even start.</exception>
    private IReadOnlyList<StoredRun> Trained(RunOptions options)
    {
        var plan = TeacherOrder.Of(experiment.Cells, cells);
        ExperimentRunner.Check(plan.Select(p => p.Cell));
        var cancellation = context.StartTraining();
        var runner = new ExperimentRunner(context, host, experiment, "nothing is compared, and verify trains anew when it is called again");
        foreach (var (cell, _) in plan)
            runner.Run(cell, options with { Force = true, Beside = true, Command = RunCommands.Of(new DeclaredRuns(experiment).Called, [], [], options) }, cancellation);

        // A run that could not even start has said why; it must not pass unseen.
        var planned = plan.Sum(p => p.Cell.Seeds.Count);
        return runner.Runs.Count == planned
            ? [.. runner.Runs.Where(r => cells.Any(c => c.Name == r.Result.Name && c.Seeds.Contains(r.Result.Seed)))]
            : throw new ResultsException("UFR007", $"{planned - runner.Runs.Count} of {planned} runs could not be trained", "mend what is said above");
    }
}
