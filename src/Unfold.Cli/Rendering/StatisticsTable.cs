using System.Globalization;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>Figures over the seeds in 80 columns: of the two metrics that people look at first; <c>--json</c> has all.</summary>
internal static class StatisticsTable
{
    // Of a variant and the name of a metric.
    private const int Room = 31;

    // Signals without a range have no PSNR.
    private static readonly string[] Shown = [MetricNames.TestMse, MetricNames.TestPsnr];
    private static readonly string[] ShownWithoutPeak = [MetricNames.TestMse, MetricNames.TestNmseDb];

    public static void Write(TextWriter writer, IReadOnlyList<SeedStatistics> statistics)
    {
        var shown = statistics.Any(s => s.Metric == MetricNames.TestPsnr) ? Shown : ShownWithoutPeak;
        var rows = statistics.Where(s => shown.Contains(s.Metric, StringComparer.Ordinal)).ToList();
        if (rows.Count == 0)
            return;
        var metric = Math.Max(MetricNames.TestPsnr.Length, rows.Max(r => r.Metric.Length));
        var name = RowLabel.Width(rows.Select(r => r.Variant), Room - metric) - 1;
        writer.WriteLine(Row("variant".PadRight(name), "metric".PadRight(metric), "mean", "deviation", "95 %", "interval", "n"));
        foreach (var row in rows)
            writer.WriteLine(Row(RowLabel.Of(row.Variant, name), row.Metric.PadRight(metric), Short(row.Mean), Short(row.Deviation), Short(row.Interval?.Lower), Short(row.Interval?.Upper), row.Count.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Row(string variant, string metric, string mean, string deviation, string lower, string upper, string count) =>
        $"{variant} {metric} {mean,10} {deviation,10} {lower,10} {upper,-10} {count,3}";

    private static string Short(double? value) => value?.ToString("g5", CultureInfo.InvariantCulture) ?? "–";
}
