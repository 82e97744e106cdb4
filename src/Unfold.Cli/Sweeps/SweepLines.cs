using Unfold.Cli.Rendering;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>The end of a sweep in lines.</summary>
internal static class SweepLines
{
    /// <summary>Says how the sweep stands, a line for each cell that failed.</summary>
    /// <param name="context">Where to say it.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="standings">How its cells stand.</param>
    /// <param name="ended">The cells whose processes ended here.</param>
    public static void Conclude(CliContext context, SweepFolder sweep, IReadOnlyList<CellStanding> standings, IReadOnlyList<EndedCell> ended)
    {
        var writer = context.Screen.Profile.Out.Writer;
        foreach (var failed in ended.Where(e => e.End is CellEnd.Failed))
            writer.WriteLine($"failed: {CellRun.Label(failed.Cell)}: {failed.Error}; log: {Shown(sweep.LogOf(failed.Cell))}");
        foreach (var other in ended.Where(e => e.End is CellEnd.Elsewhere))
            writer.WriteLine($"not run here: {CellRun.Label(other.Cell)}: {other.Error}");
        writer.WriteLine($"{SweepCounts.Of(standings)}; sweep: {Shown(sweep.Path)}, runs: {Shown(Path.Combine(sweep.Out, sweep.Plan.Experiment))}");
        if (SweepCounts.Best(standings) is { } best)
            writer.WriteLine(best);
    }

    /// <summary>A line for each cell that has failed, with its error and its log.</summary>
    public static void Failures(CliContext context, SweepFolder sweep, IReadOnlyList<CellStanding> standings)
    {
        var logs = new CellLogs(sweep);
        foreach (var failed in standings.Where(s => s.State is CellState.Failed or CellState.Diverged))
            context.Screen.Profile.Out.Writer.WriteLine($"{failed.State.ToString().ToLowerInvariant()}: {CellRun.Label(failed.Cell)}: {failed.Error}{(logs.LastOf(failed.Cell) is { } log ? $"; log: {Shown(log)}" : "")}");
    }

    /// <summary>The exit code of a sweep that was not stopped.</summary>
    public static int ExitCodeOf(IReadOnlyList<CellStanding> standings, IReadOnlyList<EndedCell> ended)
    {
        var codes = ended.Select(e => e.End switch
        {
            CellEnd.Done => ExitCode.Done,
            // Where another one failed, that is what ended it.
            CellEnd.Stopped => ended.Any(other => other.End == CellEnd.Failed) ? ExitCode.Done : ExitCode.Stopped,
            CellEnd.Elsewhere => ExitCode.Locked,
            // What a signal or the runtime ended has no code of ours.
            _ => e.ExitCode is > ExitCode.Done and <= ExitCode.NoSpace ? e.ExitCode : ExitCode.RunFailed,
        });
        var worst = codes.DefaultIfEmpty(ExitCode.Done).Max();
        // Some may have diverged before, or wait for what another process trains.
        return worst != ExitCode.Done ? worst
            : standings.Any(s => s.State == CellState.Diverged) ? ExitCode.Diverged
            : standings.All(s => s.HasEnded) ? ExitCode.Done
            : ExitCode.Locked;
    }

    /// <summary>A path as people read it: from where they are, where that is shorter.</summary>
    public static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var relative && relative.Length < path.Length ? relative : path;
}
