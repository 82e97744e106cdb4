using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold compare</c>: what tells runs apart: their specs, their figures, what they ran on. Reads folders alone.</summary>
internal static class CompareCommand
{
    public static Command Create(CliContext context)
    {
        var names = new Argument<string[]>("runs")
        {
            Description = "Two or more: a run's folder, or experiment/variant; all seeds of a variant are one side. Each is compared with the first.",
            Arity = new ArgumentArity(2, 100),
        };
        var outFolder = CommonOptions.OutFolder();
        var json = CommonOptions.Json();
        var command = new Command("compare", "Differences of runs: specs, figures and whether they are more than chance, environments.") { names, outFolder, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Compare(context, parsed.GetValue(names)!, parsed.GetValue(outFolder)!, parsed.GetValue(json))));
        return command;
    }

    private static int Compare(CliContext context, string[] names, string outFolder, bool asJson)
    {
        var sides = names.Select(name => ComparisonSide.Find(outFolder, name)).ToList();
        var comparisons = sides.Skip(1).Select(side => SideComparison.Of(sides[0], side)).ToList();
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Sides = sides.Select(Side), Comparisons = comparisons.Select(Comparison) }));
        else
            comparisons.ForEach(c => ComparisonTable.Write(context.Out, c));
        return ExitCode.Done;
    }

    private static object Side(ComparisonSide side) => new
    {
        side.Name,
        Runs = side.Runs.Select(r => new { r.Folder, r.Result.Seed, r.Result.Status, r.Result.SpecSha256 }),
    };

    private static object Comparison(SideComparison compared) => new
    {
        Left = compared.Left.Name,
        Right = compared.Right.Name,
        compared.Spec,
        Metrics = compared.Metrics.Select(m => new
        {
            m.Metric,
            m.Left,
            m.Right,
            m.Difference,
            Interval = m.Paired.Difference?.Interval(),
            SharedSeeds = m.Paired.Seeds,
            m.PValue,
            m.AdjustedPValue,
            Wilcoxon = m.Paired.Wilcoxon?.PValue,
            Test = m.Paired.TTest is not null ? "paired t" : m.Welch is not null ? "Welch t" : null,
            m.Separates,
        }),
        compared.Environment,
    };
}
