using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Figures over the axes of sweeps: error and gap, a line for each variant, the means of other variants as levels.</summary>
internal static class AxisFigures
{
    private static readonly string[] Header = ["axis", "value", "cell", "metric", "mean", "standard deviation", "seeds", "95 % interval from", "95 % interval to"];

    private static readonly (string Metric, string Label)[] Metrics =
    [
        (MetricNames.TestMse, "test MSE"), (MetricNames.TestPsnr, "PSNR (dB)"), (MetricNames.TestNmseDb, "NMSE (dB)"), (MetricNames.GeneralizationGap, "generalization gap"),
    ];

    /// <summary>A figure for each axis on which cells differ.</summary>
    public static IEnumerable<Figure> Of(ReportSource source)
    {
        var axes = new SweptAxes(source.Cells);
        return axes.Paths.Select((path, i) => Figure(source, axes, path, $"axis-{i + 1}"));
    }

    private static Figure Figure(ReportSource source, SweptAxes axes, string path, string id)
    {
        var cells = source.Cells.Where(c => axes.Leads(c, path)).ToList();
        var values = AxisValues.Of(cells, path);
        var x = AxisValues.AreNumbers(values)
            ? ChartAxis.For(path, values.Select(v => (double)v))
            : new ChartAxis(path, Categories: [.. values.Select(AxisText.Value)]);
        // Every line runs along this axis alone: a panel for each combination of the others' values.
        var groups = cells
            .Where(c => c.Completed.Count > 0)
            .GroupBy(c => axes.Others(c, path), StringComparer.Ordinal)
            .ToList();
        var levels = source.Cells.Where(c => c.Completed.Count > 0 && c.Axes.Count == 0).ToList();
        var measured = Metrics.Where(m => groups.SelectMany(g => g).Any(c => c.Summarise(m.Metric) is not null)).ToList();
        // Beside PSNR, NMSE would say the same once more.
        var shown = measured.Where(m => m.Metric != MetricNames.TestNmseDb || !measured.Exists(other => other.Metric == MetricNames.TestPsnr)).ToList();
        var panels = groups.SelectMany((g, i) => shown.Select(m => Draw(source, new AxisPanel($"{id}-{i}-{m.Metric.Replace('.', '-')}", g.Key, x, m.Metric, m.Label), Lines(g, path, values, x), levels)));
        return new Figure(
            id,
            $"Over {path}",
            $"Means over the seeds; {(x.Categories is null ? "bands" : "bars")} are {IntervalBand.About}.{axes.Companions(path)}{(levels.Count > 0 ? " Thin lines, named at the right: variants without this axis." : "")}",
            [.. panels],
            source.Styles.Legend(groups.SelectMany(g => g).Concat(levels)),
            Csv.Write(Header, groups.SelectMany(g => g).Concat(levels).SelectMany(c => shown.Select(m => Row(path, c, m.Metric)))));
    }

    private static List<(string Variant, IReadOnlyList<(double X, ReportedCell Cell)> Points)> Lines(IEnumerable<ReportedCell> cells, string path, IReadOnlyList<JToken> values, ChartAxis x) =>
    [
        .. cells.GroupBy(c => c.Variant, StringComparer.Ordinal).Select(g => (
            g.Key,
            (IReadOnlyList<(double, ReportedCell)>)[.. g.Select(c => (x.Categories is null ? (double)c.Axes[path] : values.Index().First(v => JToken.DeepEquals(v.Item, c.Axes[path])).Index, c)).OrderBy(p => p.Item1)])),
    ];

    private static Panel Draw(ReportSource source, AxisPanel panel, List<(string Variant, IReadOnlyList<(double X, ReportedCell Cell)> Points)> lines, List<ReportedCell> levels)
    {
        var drawn = lines.Select(l => (l.Variant, Points: l.Points.Select(p => (p.X, Value: p.Cell.Summarise(panel.Metric))).Where(p => p.Value is not null && double.IsFinite(p.Value.Mean)).ToList())).Where(l => l.Points.Count > 0).ToList();
        var flat = levels.Select(c => (c.Variant, Value: c.Summarise(panel.Metric))).Where(l => l.Value is not null && double.IsFinite(l.Value.Mean)).ToList();
        var y = ChartAxis.For(panel.Label, drawn.SelectMany(l => l.Points.SelectMany(p => new[] { p.Value!.Mean, p.Value.Interval()?.Lower ?? p.Value.Mean })).Concat(flat.Select(l => l.Value!.Mean)));
        using var chart = new Chart(panel.X, y);
        foreach (var (variant, value) in flat)
            chart.Level(value!.Mean, source.Styles.Of(variant), variant);
        foreach (var (variant, points) in drawn)
        {
            var style = source.Styles.Of(variant);
            IntervalBand.Add(chart, [.. points.Select(p => (p.X, p.Value!))], style, panel.X.Categories is null);
            chart.Line([.. points.Select(p => p.X)], [.. points.Select(p => p.Value!.Mean)], style, hasLine: panel.X.Categories is null);
        }

        var said = drawn
            .Select(l => $"{l.Variant} {string.Join(", ", l.Points.Select(p => $"{Numbers.Short(p.Value!.Mean)} at {panel.Name(p.X)}"))}")
            .Concat(flat.Select(l => $"{l.Variant} {Numbers.Short(l.Value!.Mean)} throughout"));
        var alternative = $"{panel.Label} over {panel.X.Label}{(panel.Title.Length > 0 ? $", {panel.Title}" : "")}: {string.Join("; ", said)}.";
        return new Panel(panel.Title, alternative, chart.Svg(panel.Id, alternative));
    }

    private static IReadOnlyList<string> Row(string path, ReportedCell cell, string metric)
    {
        var value = cell.Summarise(metric);
        string[] numbers = value is null ? ["", "", "0", "", ""] : [Numbers.Exact(value.Mean), Numbers.Exact(value.Deviation), Numbers.Exact(value.Count), .. IntervalFields.Of(value)];
        // What is a level has no value on the axis.
        return [Csv.Text(path), cell.Axes.TryGetValue(path, out var at) ? Csv.Text(AxisText.Value(at)) : "", Csv.Text(cell.Name), metric, .. numbers];
    }
}
