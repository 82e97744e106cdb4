using Unfold.Reporting;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>The report of a sweep.</summary>
internal static class SweepReport
{
    /// <summary>Writes it into the sweep's folder, from the runs that have ended.</summary>
    /// <returns>The path of report.html.</returns>
    /// <exception cref="ResultsException">UFR003: a run is damaged; UFR005: none has ended.</exception>
    public static string Write(CliContext context, SweepFolder sweep)
    {
        var standings = CellStandings.Of(sweep);
        var runs = standings.Where(s => s.State is CellState.Completed or CellState.Diverged or CellState.Failed && s.Run is not null).Select(s => Path.Combine(sweep.Out, s.Run!.Folder)).Where(f => File.Exists(Path.Combine(f, RunFiles.Results))).Select(StoredRun.Read).ToList();
        if (runs.Count == 0)
            throw new ResultsException("UFR005", $"no run of the sweep {sweep.Id} has ended", $"see how it gets on: unfold sweep status {sweep.Id}");
        var left = standings.Where(s => !s.HasEnded && s.State != CellState.Failed).GroupBy(s => s.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {(g.Count() == 1 ? "cell is" : "cells are")} {g.Key.ToString().ToLowerInvariant()}");
        return ExperimentReport.Write(
            sweep.Out,
            sweep.Plan.Experiment,
            $"The sweep {sweep.Id}.",
            runs,
            null,
            Shell.Command(["unfold", "sweep", "run", sweep.Plan.Called, .. sweep.Plan.Overrides]),
            new ReportContext { Called = sweep.Plan.Called, Folder = sweep.Path, WithoutClaims = $"Claims are judged over the experiment's runs as they are declared, not over a sweep's: {Shell.Command(["unfold", "report", sweep.Plan.Called])}.", LeftOut = [.. left] },
            context.Stop.Token);
    }
}
