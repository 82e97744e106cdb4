using Spectre.Console;
using Unfold.Sweeps;

namespace Unfold.Cli.Rendering;

/// <summary>Shows a sweep while it runs: a table on a terminal, lines elsewhere.</summary>
internal static class SweepDisplay
{
    /// <param name="screen">The console on standard error.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="before">How its cells stand.</param>
    /// <param name="jobs">Processes at a time.</param>
    /// <param name="run">Runs it; told whom to tell.</param>
    public static T Show<T>(IAnsiConsole screen, SweepFolder sweep, IReadOnlyList<CellStanding> before, int jobs, Func<IPoolObserver, T> run)
    {
        var progress = new SweepProgress(sweep, before, jobs);
        return Bars.Fit(screen)
            ? screen.Live(SweepTable.Picture(progress)).AutoClear(true).Start(live => run(new SweepTable(live, progress)))
            : run(new SweepProgressLines(screen, progress));
    }
}
