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
        var cells = (
            from variant in read.Document.Variants
            from cell in variant.Cells
            where wanted.Contains(cell.Name)
            let run = read.Experiment.Cells.First(c => c.Name == cell.Name)
            select (cell.Name, run.Seeds, Values: ValueOrigins.Of(read, cell.Merged, run.Create(), path))).ToList();
        if (path is not null && cells.All(c => c.Values.Count == 0))
            throw new UnfoldException("UFX027", $"nothing in '{read.Experiment.Name}' is called '{path}'", "leave the path out to see all");
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Cells = cells.Select(c => new { c.Name, c.Seeds, c.Values }) }));
        else
            cells.ForEach(c => Write(context.Out, c.Name, c.Seeds, c.Values));
        return ExitCode.Done;
    }

    private static void Write(TextWriter writer, string name, IReadOnlyList<int> seeds, IReadOnlyList<ValueOrigin> values)
    {
        writer.WriteLine($"{name}, {(seeds.Count == 1 ? "seed" : "seeds")} {string.Join(", ", seeds)}");
        var width = values.Select(v => v.Path.Length + v.Value.Length).DefaultIfEmpty().Max() + 5;
        foreach (var value in values)
            writer.WriteLine($"  {$"{value.Path} = {value.Value}".PadRight(width)} {value.Origin}");
    }
}
