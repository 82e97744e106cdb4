using System.CommandLine;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold list</c>: the experiments, read from their files; nothing is loaded.</summary>
internal static class ListCommand
{
    public static Command Create(CliContext context)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "The experiments.") { json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => List(context, parsed.GetValue(json))));
        return command;
    }

    private static int List(CliContext context, bool asJson)
    {
        var experiments = ExperimentFiles.All(context.Search.HostFolder).Select(Describe).ToList();
        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Experiments = experiments }));
            return ExitCode.Done;
        }

        foreach (var experiment in experiments)
        {
            context.Out.WriteLine(experiment.Name);
            if (experiment.Description.Length > 0)
                context.Out.WriteLine($"  {experiment.Description}");
            context.Out.WriteLine($"  variants: {string.Join(", ", experiment.Variants)}");
        }

        return ExitCode.Done;
    }

    // A spec with mistakes is listed too: 'unfold run' says what they are.
    private static Entry Describe((string Name, string File) experiment)
    {
        var root = SpecParser.Parse(experiment.File, File.ReadAllText(experiment.File)).Root;
        var variants = root?["variants"]?.Value is SpecObject listed ? listed.Members.Select(m => m.Name).ToArray() : ["default"];
        return new Entry(experiment.Name, (root?["description"]?.Value as SpecScalar)?.Text ?? "", variants);
    }

    private sealed record Entry(string Name, string Description, IReadOnlyList<string> Variants);
}
