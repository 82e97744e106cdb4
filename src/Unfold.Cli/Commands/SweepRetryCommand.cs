using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep retry</c>: submits again what failed or was lost, with the counts of earlier tries forgotten, and with this program in place of the one that was frozen.</summary>
internal static class SweepRetryCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var root = SweepOptions.Root();
        var command = new Command("retry", "Submit again what failed or was lost.") { sweep, root };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Retry(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!))));
        return command;
    }

    private static int Retry(CliContext context, SweepFolder sweep)
    {
        var site = SiteProfileFile.OfSweep(sweep);
        var slurm = context.Slurm();
        using var held = RunLock.Take(sweep.Path);
        var scheduler = new SweepScheduler(sweep, site, slurm);
        var queue = scheduler.Look();
        var standings = CellStandings.Of(sweep);
        SweepScripts.Write(context, context.OpenHost(), sweep, site);
        SweepCancellation.Lift(sweep);
        CachedQueue.Forget(sweep);
        var outcome = scheduler.Submit(standings, s => s.State is CellState.Failed or CellState.Lost or CellState.Interrupted or CellState.Damaged, queue);
        scheduler.Forget(standings, outcome);
        context.Out.WriteLine(outcome.Jobs.Count == 0 ? "nothing to submit" : string.Join(' ', outcome.Jobs.Select(j => j.Id)));
        context.Out.Flush();
        SubmitLines.Write(context, sweep, scheduler, outcome);
        return ExitCode.Done;
    }
}
