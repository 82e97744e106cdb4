using System.CommandLine;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold config explain</c>: every value of an experiment with the file and line that it came from.</summary>
internal static class ConfigExplainCommand
{
    public static Command Create(CliContext context)
    {
        var name = CommonOptions.Experiment();
        var path = new Argument<string?>("path") { Description = "Only what is below it, such as architecture or training.optimizer.", Arity = ArgumentArity.ZeroOrOne };
        var variants = CommonOptions.Variants();
        var json = CommonOptions.Json();
        var command = new Command("explain", "Every value, defaults too, and where it comes from.") { name, path, variants, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () =>
            Explain(context, parsed.GetValue(name)!, parsed.GetValue(path), parsed.GetValue(variants) ?? [], parsed.GetValue(json))));
        return command;
    }

    private static int Explain(CliContext context, string name, string? path, string[] only, bool asJson)
    {
        var read = ExperimentLookup.Read(context.OpenHost(), name, only);
        var wanted = CellSelection.Of(read.Experiment, only).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        // The document's cells and the experiment's stand in one order.
        var cells = read.Document.Variants
            .SelectMany(v => v.Cells)
            .Zip(read.Experiment.Cells)
            .Where(pair => wanted.Contains(pair.First.Name))
            .Select(pair => (pair.First.Name, pair.Second.Seeds, SeedsOrigin: ValueOrigins.OfSeeds(read, pair.First.Merged), Values: ValueOrigins.Of(read, pair.First.Merged, pair.Second.Create(), path)))
            .ToList();
        if (path is not null && cells.All(c => c.Values.Count == 0))
            throw new UnfoldException("UFX027", $"nothing in '{read.Experiment.Name}' is called '{path}'", "leave the path out to see all");
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Cells = cells.Select(c => new { c.Name, c.Seeds, c.SeedsOrigin, c.Values }) }));
        else
            cells.ForEach(c => Write(context.Out, c.Name, c.Seeds, c.SeedsOrigin, c.Values));
        return ExitCode.Done;
    }

    private static void Write(TextWriter writer, string name, IReadOnlyList<int> seeds, string seedsOrigin, IReadOnlyList<ValueOrigin> values)
    {
        writer.WriteLine($"{name}, {(seeds.Count == 1 ? "seed" : "seeds")} {string.Join(", ", seeds)}  {seedsOrigin}");
        var width = values.Select(v => v.Path.Length + v.Value.Length).DefaultIfEmpty().Max() + 5;
        foreach (var value in values)
            writer.WriteLine($"  {$"{value.Path} = {value.Value}".PadRight(width)} {value.Origin}");
    }
}
