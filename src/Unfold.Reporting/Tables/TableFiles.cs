using System.Globalization;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Tables as files.</summary>
internal static class TableFiles
{
    /// <summary>A table as CSV: mean, standard deviation and n of every figure.</summary>
    public static string Csv(ReportTable table) => Reporting.Csv.Write(
        ["cell", table.Counted, .. table.Columns.SelectMany(c => new[] { c.Metric, $"{c.Metric} standard deviation" }), "failure"],
        table.Rows.Select(row => new[] { Reporting.Csv.Text(row.Name), Numbers.Exact(row.Seeds) }
            .Concat(row.Cells.Count == 0 ? Enumerable.Repeat("", 2 * table.Columns.Count) : row.Cells.SelectMany(Fields))
            .Append(Reporting.Csv.Text(row.Failure ?? ""))));

    /// <summary>Every run with every metric as CSV.</summary>
    public static string Runs(IReadOnlyList<StoredRun> runs)
    {
        var metrics = runs.SelectMany(r => r.Result.Metrics.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Reporting.Csv.Write(
            ["variant", "cell", "seed", "status", "spec_sha256", .. metrics],
            runs.Select(r => new[] { Reporting.Csv.Text(r.Result.Variant), Reporting.Csv.Text(r.Result.Name), r.Result.Seed.ToString(CultureInfo.InvariantCulture), r.Result.Status.ToString().ToLowerInvariant(), r.Result.SpecSha256 }
                .Concat(metrics.Select(m => r.Result.Metrics.TryGetValue(m, out var value) ? Numbers.Exact(value) : ""))));
    }

    /// <summary>A table as Markdown.</summary>
    public static string MarkdownOf(ReportTable table) => Markdown.Table(
        ["variant or cell", "n", .. table.Columns.Select(c => Markdown.Escape(c.Title))],
        table.Rows.Select(row => new[] { Markdown.Escape(row.Name), row.Seeds.ToString(CultureInfo.InvariantCulture) }.Concat(row.Cells.Count > 0
            ? row.Cells.Select(c => c.IsBest ? $"**{c.Text}**" : c.Text)
            : Enumerable.Repeat("", table.Columns.Count - 1).Prepend(Markdown.Escape(row.Failure ?? "")))));

    private static IEnumerable<string> Fields(ReportCell cell) =>
        cell.Value is null ? ["", ""] : [Numbers.Exact(cell.Value.Mean), cell.Value.Count > 1 ? Numbers.Exact(cell.Value.Deviation) : ""];
}
