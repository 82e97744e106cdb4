using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep cancel</c>: takes a sweep's jobs out of the queue and ends those that run; their state is saved, and they go on when they are submitted again.</summary>
internal static class SweepCancelCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var root = SweepOptions.Root();
        var command = new Command("cancel", "Cancel the jobs of a sweep; what is trained stays.") { sweep, root };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Cancel(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!))));
        return command;
    }

    private static int Cancel(CliContext context, SweepFolder sweep)
    {
        var site = SiteProfileFile.OfSweep(sweep).Profile;
        var scheduler = new SweepScheduler(sweep, site, context.Slurm());
        // Before the queue is asked, and the jobs hear of it: who submits at this moment sees it, or what was submitted is seen.
        var wasCancelled = SweepCancellation.IsSet(sweep);
        SweepCancellation.Set(sweep);
        var queue = scheduler.Look();
        if (queue.Entries is not { } entries)
        {
            if (!wasCancelled)
                SweepCancellation.Lift(sweep);
            throw new SweepException("UFS015", $"the cluster does not say what it has of the sweep {sweep.Id}: {queue.Unknown}", "try again when its controller answers");
        }

        var jobs = entries.SelectMany(e => e).Select(e => e.Name).Distinct(StringComparer.Ordinal).ToList();
        scheduler.Cancel(jobs);
        CachedQueue.Forget(sweep);
        context.Out.WriteLine(jobs.Count == 0 ? "nothing of the sweep is in the queue" : $"{jobs.Count} {(jobs.Count == 1 ? "element" : "elements")} cancelled");
        return ExitCode.Done;
    }
}
