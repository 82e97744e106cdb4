using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep watch</c>: looks after a sweep on a cluster until nothing is left to do: says how it gets on, and submits again what was lost.</summary>
internal static class SweepWatchCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var root = SweepOptions.Root();
        var every = SweepOptions.Count("--every", "Seconds between two looks, 10 at least; from 10 to 60 by default, the longer the less happens.");
        var command = new Command("watch", "Look after a sweep on a cluster until it is done.") { sweep, root, every };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Watch(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!), parsed.GetValue(every))));
        return command;
    }

    private static int Watch(CliContext context, SweepFolder sweep, int? every)
    {
        var cancellation = context.Stop.Listen();
        var site = SiteProfileFile.OfSweep(sweep);
        using var held = RunLock.Take(sweep.Path);
        var watch = new SweepWatch(sweep, site, new SweepScheduler(sweep, site, new CachedQueue(sweep, context.Slurm(), TimeProvider.System)));
        var lines = new WatchLines(context.Screen.Profile.Out.Writer);
        var pace = new WatchPace(every);
        WatchReport report;
        while (!(report = watch.Look()).IsOver)
        {
            pace.Note(lines.Write(report));
            held.Beat();
            if (cancellation.WaitHandle.WaitOne(pace.Pause))
                cancellation.ThrowIfCancellationRequested();
        }

        lines.Write(report);
        SweepLines.Conclude(context, sweep, report.Standings, []);
        if (report.IsCancelled)
            context.Screen.Profile.Out.Writer.WriteLine("the sweep was cancelled; 'unfold sweep submit' goes on with it");
        return report.Standings.All(s => s.State is CellState.Completed or CellState.Halved) ? ExitCode.Done
            : report.IsCancelled ? ExitCode.Stopped
            : report.GivenUp.Count > 0 ? ExitCode.RunFailed
            : ExitCode.Diverged;
    }
}
