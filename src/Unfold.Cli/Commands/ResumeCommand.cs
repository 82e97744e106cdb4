using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Cli.Series;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold resume</c>: goes on with runs that were stopped, from their folders alone. One run's failure is not the others'.</summary>
internal static class ResumeCommand
{
    public static Command Create(CliContext context)
    {
        var folders = new Argument<string[]>("run") { Description = "The folder of a run, as 'unfold list runs' shows it.", Arity = ArgumentArity.OneOrMore };
        var run = new TrainingFlags();
        var outFolder = CommonOptions.OutFolder();
        var json = CommonOptions.Json();
        var command = new Command("resume", "Go on with runs that were stopped.") { folders, outFolder, run.Device, run.Threads, run.Locked, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
        {
            var cancellation = context.StartTraining();
            var options = run.Options(parsed, parsed.GetValue(outFolder)!);
            return Resume(context, context.OpenHost(parsed.GetValue(run.Locked)), [.. parsed.GetValue(folders)!.Select(f => CommonOptions.RunFolder(f, parsed.GetValue(outFolder)!))], options, parsed.GetValue(json), cancellation);
        }));
        return command;
    }

    private static int Resume(CliContext context, PluginHost host, IReadOnlyList<string> folders, RunOptions options, bool asJson, CancellationToken cancellation)
    {
        var runner = new RunSeries(context, "the same command goes on from here");
        foreach (var folder in folders)
            runner.Run(Label(folder), observer => StoppedRun.Resume(folder, options with { ReadSpec = host.ReadRun, Stalled = runner.Stalled }, host.PluginRecords, observer, cancellation), key: Path.GetFullPath(folder));

        var results = runner.Runs.Select(r => r.Result).ToList();
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Results = results }));
        else
            ResultTable.Write(context.Out, results);
        return runner.ExitCode;
    }

    private static string Label(string folder)
    {
        try
        {
            return RunState.Read(folder)?.Run is { } run ? $"{run.Experiment}/{run.Name} seed {run.Seed}" : folder;
        }
        catch (ResultsException)
        {
            // The run itself will say what is damaged.
            return folder;
        }
    }
}
