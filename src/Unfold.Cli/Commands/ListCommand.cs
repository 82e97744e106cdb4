using System.CommandLine;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold list</c>: the experiments, read from the metadata of their assembly; nothing is loaded.</summary>
internal static class ListCommand
{
    public static Command Create(CliContext context)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "The experiments; with a word behind it, what else there is.") { json, ListRunsCommand.Create(context) };
        command.SetAction(parsed => ErrorReport.Guard(context, () => List(context, parsed.GetValue(json))));
        return command;
    }

    private static int List(CliContext context, bool asJson)
    {
        var experiments = context.OpenHost().Experiments.Declared;
        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Experiments = experiments.Select(e => new { e.Name, e.Description, e.Source, e.Variants, e.Runs }) }));
            return ExitCode.Done;
        }

        foreach (var experiment in experiments)
        {
            context.Out.WriteLine(experiment.Name);
            if (experiment.Description.Length > 0)
                context.Out.WriteLine($"  {experiment.Description}");
            context.Out.WriteLine($"  variants: {string.Join(", ", experiment.Variants)}{(experiment.Runs > experiment.Variants.Count ? $" ({experiment.Runs} runs)" : "")}");
        }

        return ExitCode.Done;
    }
}
