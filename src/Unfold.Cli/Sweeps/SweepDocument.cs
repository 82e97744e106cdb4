using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>A sweep as one JSON document.</summary>
internal static class SweepDocument
{
    /// <param name="sweep">The sweep.</param>
    /// <param name="standings">How its cells stand.</param>
    /// <param name="scheduler">What is to be said of the scheduler, or null.</param>
    public static object Of(SweepFolder sweep, IReadOnlyList<CellStanding> standings, string? scheduler) => new
    {
        Schema = 1,
        Sweep = sweep.Path,
        sweep.Plan.Experiment,
        sweep.Out,
        Scheduler = scheduler,
        States = standings.GroupBy(s => s.State).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString().ToLowerInvariant(), g => g.Count()),
        Cells = standings.Select(s => new
        {
            s.Cell.Index,
            s.Cell.Name,
            s.Cell.Seed,
            s.State,
            s.Cell.Folder,
            s.Run?.Step,
            s.Run?.Steps,
            Seen = s.Run?.Seen is { } seen ? Clock.Text(seen) : null,
            s.Run?.Attempts,
            s.Run?.ValidationMse,
            s.Run?.TestPsnr,
            s.Record.Timeouts,
            s.Record.Preemptions,
            s.Error,
        }),
    };
}
