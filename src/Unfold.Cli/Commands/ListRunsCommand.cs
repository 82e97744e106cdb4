using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold list runs</c>: the runs in an output folder and how they stand. Reads small files alone; no plugin, no torch.</summary>
internal static class ListRunsCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string?>("experiment") { Description = "Only the runs of this experiment, or of experiment/variant.", Arity = ArgumentArity.ZeroOrOne };
        var states = new Option<string[]>("--state") { Description = "Only runs in this state; may be repeated." };
        states.AcceptOnlyFromAmong([.. Enum.GetNames<ListedState>().Select(n => n.ToLowerInvariant())]);
        var outFolder = CommonOptions.OutFolder();
        var json = CommonOptions.Json();
        var command = new Command("runs", "The runs, and how they stand.") { name, states, outFolder, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => List(context, parsed.GetValue(name), parsed.GetValue(states) ?? [], parsed.GetValue(outFolder)!, parsed.GetValue(json))));
        return command;
    }

    private static int List(CliContext context, string? name, string[] states, string outFolder, bool asJson)
    {
        var wanted = states.Select(s => Enum.Parse<ListedState>(s, ignoreCase: true)).ToHashSet();
        var runs = RunListing.Of(outFolder, name).Where(r => wanted.Count == 0 || wanted.Contains(r.State)).ToList();
        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Out = outFolder, Runs = runs.Select(Entry) }));
            return ExitCode.Done;
        }

        RunTable.Write(context.Out, runs, DateTime.UtcNow);
        context.Out.Flush();
        context.Screen.Profile.Out.Writer.WriteLine(Sum(runs, name is null ? outFolder : Path.Combine(outFolder, ExperimentName.Of(name))));
        return ExitCode.Done;
    }

    private static string Sum(List<ListedRun> runs, string folder)
    {
        if (runs.Count == 0)
            return $"no runs in {Path.GetFullPath(folder)}";
        var states = runs.GroupBy(r => r.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}");
        return $"{string.Join(", ", states)}{(runs.Any(r => r.CanGoOn) ? "; what is lost, interrupted or failed goes on with 'unfold resume <run>'" : "")}";
    }

    private static object Entry(ListedRun run) => new
    {
        run.Folder,
        run.Experiment,
        run.Name,
        run.Seed,
        run.State,
        run.CanGoOn,
        run.Step,
        run.Steps,
        Seen = run.Seen is { } seen ? Clock.Text(seen) : null,
        run.Attempts,
        run.TestPsnr,
        Owner = run.Owner is { } owner ? new { owner.Host, owner.Pid } : null,
        run.Error,
    };
}
