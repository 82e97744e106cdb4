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
        var standings = CellStandings.Of(sweep);
        if (asJson)
            context.Out.Write(ResultsJson.Indented(SweepDocument.Of(sweep, standings, null)));
        else
            CellTable.Write(context.Out, standings, DateTime.UtcNow);
        context.Out.Flush();
        SweepLines.Conclude(context, sweep, standings, []);
        return ExitCode.Done;
    }
}
