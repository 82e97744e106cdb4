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
        var every = SweepOptions.Count("--every", "Seconds between two looks, 10 to 120; from 10 to 60 by default, the longer the less happens.");
        var command = new Command("watch", "Look after a sweep on a cluster until it is done.") { sweep, root, every };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Watch(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!), parsed.GetValue(every))));
        return command;
    }

    private static int Watch(CliContext context, SweepFolder sweep, int? every)
    {
        var cancellation = context.Stop.Listen();
        var site = SiteProfileFile.OfSweep(sweep).Profile;
        using var held = RunLock.Take(sweep.Path);
        var scheduler = new SweepScheduler(sweep, site, new CachedQueue(sweep, context.Slurm(), TimeProvider.System));
        var watch = new SweepWatch(sweep, site, scheduler);
        var lines = new WatchLines(context.Screen.Profile.Out.Writer, sweep, scheduler.Elements);
        var pace = new WatchPace(every);
        while (true)
        {
            if (Look(watch, lines) is { } report)
            {
                var hasChanged = lines.Write(report);
                if (report.IsOver)
                    return Conclude(context, sweep, report);
                pace.Note(hasChanged);
            }

            if (cancellation.WaitHandle.WaitOne(pace.Pause))
                cancellation.ThrowIfCancellationRequested();
            if (!held.Beat())
                throw new ResultsException("UFR013", $"another process has taken over the watch of {sweep.Path}: this one was held up for longer than five minutes", "leave it to that one");
        }
    }

    // A disk that is full or away may come back; nothing is done meanwhile.
    private static WatchReport? Look(SweepWatch watch, WatchLines lines)
    {
        try
        {
            return watch.Look();
        }
        catch (ResultsException refused)
        {
            lines.Warn($"{refused.Code}: {refused.Message}; it is tried again");
            return null;
        }
    }

    private static int Conclude(CliContext context, SweepFolder sweep, WatchReport report)
    {
        SweepLines.Failures(context, sweep, report.Standings);
        SweepLines.Conclude(context, sweep, report.Standings, []);
        if (report.IsCancelled)
            context.Screen.Profile.Out.Writer.WriteLine("the sweep was cancelled; 'unfold sweep submit' goes on with it");
        return report switch
        {
            _ when report.Standings.All(s => s.State is CellState.Completed or CellState.Halved) => ExitCode.Done,
            { IsCancelled: true } => ExitCode.Stopped,
            { GivenUp.Count: > 0 } => ExitCode.RunFailed,
            _ => ExitCode.Diverged,
        };
    }
}
