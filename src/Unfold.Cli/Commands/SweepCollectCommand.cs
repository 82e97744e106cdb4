using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold sweep collect</c>: the report of a sweep's runs, in its folder. Reads files alone.</summary>
internal static class SweepCollectCommand
{
    public static Command Create(CliContext context)
    {
        var sweep = SweepOptions.Sweep();
        var root = SweepOptions.Root();
        var json = CommonOptions.Json();
        var command = new Command("collect", "Write the report of a sweep's runs into its folder.") { sweep, root, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Collect(context, SweepFolder.Open(parsed.GetValue(root)!, parsed.GetValue(sweep)!), parsed.GetValue(json))));
        return command;
    }

    private static int Collect(CliContext context, SweepFolder sweep, bool asJson)
    {
        context.Stop.Listen();
        var report = SweepReport.Write(context, sweep);
        context.Out.Write(asJson ? ResultsJson.Indented(new { Schema = 1, Report = report }) : report + Environment.NewLine);
        return ExitCode.Done;
    }
}
