using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep status</c>: how the cells of a sweep stand, by the folders of their runs.</summary>
internal static class SweepStatusCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var root = SweepOptions.Root();
        var json = CommonOptions.Json();
        var command = new Command("status", "How the cells of a sweep stand.") { sweep, root, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Show(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!), parsed.GetValue(json))));
        return command;
    }

    private static int Show(CliContext context, SweepFolder sweep, bool asJson)
    {
        // The folders after the queue: what ends in between is seen as ended.
        var queue = SweepQueue.Look(context, sweep);
        var standings = queue.Mark(CellStandings.Of(sweep));
        if (asJson)
            context.Out.Write(ResultsJson.Indented(SweepDocument.Of(sweep, standings, queue.Unknown)));
        else
            CellTable.Write(context.Out, standings, DateTime.UtcNow);
        context.Out.Flush();
        foreach (var note in queue.Notes(standings))
            context.Screen.Profile.Out.Writer.WriteLine(note);
        SweepLines.Failures(context, sweep, standings);
        SweepLines.Conclude(context, sweep, standings, []);
        if (queue.Unknown is { } why)
            context.Screen.Profile.Out.Writer.WriteLine($"warning: the cluster does not say what waits: {why}");
        return ExitCode.Done;
    }
}
