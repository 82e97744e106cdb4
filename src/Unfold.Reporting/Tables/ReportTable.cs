using System.Globalization;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The table of results: a row for each variant in the order of the runs, mean ± sample standard deviation over its seeds.</summary>
internal sealed record ReportTable(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>Makes the table.</summary>
    public static ReportTable Of(IReadOnlyList<StoredRun> runs)
    {
        var groups = runs.GroupBy(r => r.Result.Name).Select(g => (Variant: g.Key, Runs: g.Select(r => r.Result).ToList())).ToList();
        var best = ReportColumn.All.ToDictionary(c => c, c => Best(c, groups.Select(g => Summarise(g.Runs, c)).OfType<Summary>().Select(s => s.Mean)));
        return new ReportTable(ReportColumn.All, [.. groups.Select(g => Row(g.Variant, g.Runs, best))]);
    }

    private static ReportRow Row(string variant, List<RunResult> runs, Dictionary<ReportColumn, double?> best)
    {
        var failed = runs.FirstOrDefault(r => r.Status != RunStatus.Completed);
        var completed = runs.Count(r => r.Status == RunStatus.Completed);
        var cells = completed == 0 ? [] : ReportColumn.All.Select(c => Cell(c, Summarise(runs, c), best[c])).ToList();
        return new ReportRow(variant, completed, cells, failed is null ? null : failed.Error ?? failed.Status.ToString());
    }

    private static ReportCell Cell(ReportColumn column, Summary? summary, double? best)
    {
        if (summary is null)
            return new ReportCell("–", IsBest: false);
        var text = summary.Mean.ToString(column.Format, CultureInfo.InvariantCulture);
        if (summary.Count > 1)
            text += " ± " + summary.Deviation.ToString(column.Format, CultureInfo.InvariantCulture);
        return new ReportCell(text, summary.Mean.Equals(best));
    }

    private static Summary? Summarise(List<RunResult> runs, ReportColumn column)
    {
        var values = runs.Where(r => r.Status == RunStatus.Completed && r.Metrics.ContainsKey(column.Metric)).Select(r => r.Metrics[column.Metric]).ToList();
        return values.Count == 0 ? null : Summary.Of(values);
    }

    private static double? Best(ReportColumn column, IEnumerable<double> means)
    {
        var values = means.Where(double.IsFinite).ToList();
        return values.Count < 2 || column.Better == 0 ? null : column.Better < 0 ? values.Min() : values.Max();
    }
}
