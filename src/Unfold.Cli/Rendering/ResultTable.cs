using System.Globalization;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>The table of results, in 80 columns, plain text: it can be piped.</summary>
internal static class ResultTable
{
    private const int Width = 80;

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
        var repeated = results.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var rows = results.Select(r => (Label: repeated.Contains(r.Name) ? string.Create(CultureInfo.InvariantCulture, $"{r.Name} seed {r.Seed}") : r.Name, Result: r)).ToList();
        var name = RowLabel.Width(rows.Select(r => r.Label), Width - Columns.Sum(c => c.Width));
        writer.WriteLine("variant".PadRight(name) + string.Concat(Columns.Select(c => c.Title.PadLeft(c.Width))));
        foreach (var (label, result) in rows)
            writer.WriteLine(RowLabel.Of(label, name) + string.Concat(Columns.Select(c => Cell(result, c.Metric, c.Format).PadLeft(c.Width))));
        foreach (var note in results.SelectMany(r => r.Notes.Select(n => $"{r.Name}: {n}")))
            writer.WriteLine(note);
    }

    private static string Cell(RunResult result, string metric, string format) =>
        result.Metrics.TryGetValue(metric, out var value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";
}
