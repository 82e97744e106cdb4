using System.CommandLine;
using Unfold.Cli.Sweeps;
using Unfold.Results;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold report</c>: writes the report of finished runs again, from their folders alone.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("experiment") { Description = "Its name, the file that was run, or the folder of a sweep." };
        var outFolder = CommonOptions.OutFolder();
        var json = CommonOptions.Json();
        var command = new Command("report", "Write the report of runs that are there; trains nothing.") { name, outFolder, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Write(context, parsed.GetValue(name)!, parsed.GetValue(outFolder)!, parsed.GetValue(json))));
        return command;
    }

    private static int Write(CliContext context, string name, string outFolder, bool asJson)
    {
        context.Stop.Listen();
        var report = SweepFolder.IsSweep(name) ? SweepReport.Write(context, SweepFolder.Open("", name)) : new ReportWriter(context, context.OpenHost(), name, outFolder).OfFolder();
        context.Out.Write(asJson ? ResultsJson.Indented(new { Schema = 1, Report = report }) : report + Environment.NewLine);
        return ExitCode.Done;
    }
}
