using Unfold.Reporting;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>What tells two sides apart, in 80 columns, plain text.</summary>
internal static class ComparisonTable
{
    private const int Width = 80;
    private const int Path = 34;
    private const int Metric = 21;

    public static void Write(TextWriter writer, SideComparison compared)
    {
        writer.WriteLine($"A  {Side(compared.Left)}");
        writer.WriteLine($"B  {Side(compared.Right)}");
        writer.WriteLine();
        Differences(writer, "spec", compared.Spec, "the specs are the same");
        writer.WriteLine();
        writer.WriteLine($"{"metric",-Metric}{"A",18}{"B",18}{"B − A",12}{"p",11}");
        foreach (var m in compared.Metrics)
            writer.WriteLine($"{RowLabel.Of(m.Metric, Metric)}{Numbers.MeanAndDeviation(m.Left),18}{Numbers.MeanAndDeviation(m.Right),18}{Change(m.Difference),12}{$"{Numbers.P(m.PValue)}{(m.Separates ? " *" : "  ")}",11}");
        writer.WriteLine(Legend(compared));
        writer.WriteLine();
        Differences(writer, "environment", compared.Environment, "the environments are the same");
        writer.WriteLine();
    }

    private static string Change(double difference) => double.IsNaN(difference) ? "–" : Numbers.Short(difference, "g3");

    private static string Side(ComparisonSide side)
    {
        var seeds = side.Runs.Select(r => r.Result.Seed).ToList();
        var failed = side.Runs.Count(r => r.Result.Status != RunStatus.Completed);
        return $"{side.Name}, {(seeds.Count == 1 ? "seed" : "seeds")} {string.Join(", ", seeds)}{(failed > 0 ? $"; {failed} did not complete" : "")}";
    }

    private static string Legend(SideComparison compared)
    {
        var shared = compared.Metrics.Select(m => m.Paired.Seeds.Count).DefaultIfEmpty().Max();
        var test = shared > 0 ? $"p: paired t-test over {shared} shared {(shared == 1 ? "seed" : "seeds")}" : "p: Welch's t-test, no seeds are shared";
        return $"{test}; * separates: {Significance.LeastSeeds} seeds or more,\np < 0.05 after Holm's correction over the metrics. ± is one standard deviation.";
    }

    private static void Differences(TextWriter writer, string title, IReadOnlyList<Difference> differences, string none)
    {
        if (differences.Count == 0)
        {
            writer.WriteLine(none);
            return;
        }

        var room = (Width - Path) / 2;
        writer.WriteLine($"{title,-Path}{"A".PadRight(room)}B");
        foreach (var d in differences)
            writer.WriteLine($"{RowLabel.Of(d.Path, Path)}{Fit(d.Expected, room - 1).PadRight(room)}{Fit(d.Received, room)}");
    }

    // The whole value is in --json.
    private static string Fit(string? value, int room)
    {
        var text = value is null ? "–" : value.StartsWith('"') && value.EndsWith('"') && value.Length > 1 ? value[1..^1] : value;
        return text.Length <= room ? text : text[..(room - 1)] + "…";
    }
}
