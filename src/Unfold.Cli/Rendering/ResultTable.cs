using System.Globalization;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>The table of results, in 80 columns, plain text: it can be piped. Runs that differ in their seed alone are one row, with the spread below it.</summary>
internal static class ResultTable
{
    private const int Width = 80;
    private const int MostCells = 3;

    private static readonly (string Title, string Metric, string Format, int Width)[] Columns =
    [
        ("epoch 0", MetricNames.UntrainedTestMse, "f5", 9),
        ("test MSE", MetricNames.TestMse, "f5", 9),
        ("PSNR", MetricNames.TestPsnr, "f2", 7),
        ("NMSE dB", MetricNames.TestNmseDb, "f2", 9),
        ("gap", MetricNames.GeneralizationGap, "f5", 10),
        ("params", MetricNames.ParametersCount, "f0", 10),
        ("time s", MetricNames.TrainSeconds, "f1", 8),
    ];

    public static void Write(TextWriter writer, IReadOnlyList<RunResult> results)
    {
        if (results.Count == 0)
            return;
        var rows = results.GroupBy(r => r.Name, StringComparer.Ordinal).ToList();
        var name = RowLabel.Width(rows.Select(r => r.Key), Width - Columns.Sum(c => c.Width));
        writer.WriteLine("variant".PadRight(name) + string.Concat(Columns.Select(c => c.Title.PadLeft(c.Width))));
        foreach (var row in rows)
        {
            writer.WriteLine(RowLabel.Of(row.Key, name) + Line(row, s => s.Mean));
            if (row.Count() > 1)
                writer.WriteLine($"  ± ({Count(row)})".PadRight(name) + Line(row, Spread));
        }

        if (rows.Any(r => r.Count() > 1))
            writer.WriteLine("mean of n seeds ± sample standard deviation");
        foreach (var note in results.SelectMany(r => r.Notes.Select(n => (Note: n, Run: r))).GroupBy(n => n.Note, n => n.Run, StringComparer.Ordinal))
            writer.WriteLine($"{Names([.. note])}: {note.Key}");
    }

    // Runs that did not complete have no figures.
    private static string Count(IGrouping<string, RunResult> row)
    {
        var (values, runs) = (Columns.Max(c => row.Count(r => r.Metrics.ContainsKey(c.Metric))), row.Count());
        return string.Create(CultureInfo.InvariantCulture, $"n = {values}{(values == runs ? "" : $" of {runs}")}");
    }

    private static string Line(IEnumerable<RunResult> runs, Func<Summary, double?> figure) =>
        string.Concat(Columns.Select(c => Cell([.. runs.SelectMany(r => Values(r, c.Metric))], figure, c.Format).PadLeft(c.Width)));

    private static IEnumerable<double> Values(RunResult result, string metric) => result.Metrics.TryGetValue(metric, out var value) ? [value] : [];

    private static string Cell(IReadOnlyList<double> values, Func<Summary, double?> figure, string format) =>
        values.Count == 0 ? "–" : figure(Summary.Of(values))?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null where nothing varies, as counts do not.</summary>
    private static double? Spread(Summary summary) => summary.Deviation > 0 ? summary.Deviation : null;

    // Cells, while they are few.
    private static string Names(IReadOnlyList<RunResult> runs)
    {
        var names = runs.Select(r => r.Name).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", names.Count <= MostCells ? names : runs.Select(r => r.Variant).Distinct(StringComparer.Ordinal));
    }
}
