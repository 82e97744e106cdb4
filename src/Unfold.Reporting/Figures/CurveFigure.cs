using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Learning curves: mean over seeds with a band, a panel for each combination of axis values.</summary>
internal static class CurveFigure
{
    private static readonly string[] Header = ["cell", "epoch", "mean", "standard deviation", "seeds"];

    /// <summary>The figure; null where nothing was trained.</summary>
    public static Figure? Of(ReportSource source)
    {
        var all = source.Cells.Select(cell => (Cell: cell, Curve: Points(cell))).Where(c => c.Curve.Points.Count > 1).ToList();
        var curves = all.Select(c => (c.Cell, c.Curve.Points)).ToList();
        if (curves.Count == 0)
            return null;
        var panels = curves.GroupBy(c => AxisText.Of(c.Cell), StringComparer.Ordinal).ToList();
        return new Figure(
            "learning-curves",
            "Learning curves",
            "Validation MSE by epoch, on which every decision is made; epoch 0 is the untrained network. Lines are means over the seeds that completed, bands ± one sample standard deviation."
            + (all.Exists(c => c.Curve.IsCut) ? " A curve ends at the last epoch that all of its seeds reached; some went on." : ""),
            [.. panels.Select((panel, i) => Draw(source, panel.Key, i, [.. panel], [.. curves.SelectMany(c => c.Points)]))],
            source.Styles.Legend(curves.Select(c => c.Cell)),
            Csv.Write(Header, curves.SelectMany(c => c.Points.Select(p => new[] { Csv.Text(c.Cell.Name), Numbers.Exact(p.Epoch), Numbers.Exact(p.Value.Mean), Numbers.Exact(p.Value.Deviation), Numbers.Exact(p.Value.Count) }))));
    }

    private static Panel Draw(ReportSource source, string title, int index, IReadOnlyList<(ReportedCell Cell, List<CurvePoint> Points)> curves, IReadOnlyList<CurvePoint> ofAllPanels)
    {
        using var chart = new Chart(new ChartAxis("epoch", IsWhole: true), ChartAxis.For("validation MSE", ofAllPanels.Select(p => p.Lower)));
        chart.Range(ofAllPanels.Min(p => p.Lower), ofAllPanels.Max(p => p.Value.Mean + p.Value.Deviation));
        foreach (var (cell, points) in curves)
        {
            var style = source.Styles.Of(cell.Variant);
            double[] epochs = [.. points.Select(p => p.Epoch)];
            if (points.Any(p => p.Value.Count > 1))
                chart.Band(epochs, [.. points.Select(p => p.Lower)], [.. points.Select(p => p.Value.Mean + p.Value.Deviation)], style);
            chart.Line(epochs, [.. points.Select(p => p.Value.Mean)], style);
        }

        var said = curves.Select(c => $"{c.Cell.Name} from {Numbers.Short(c.Points[0].Value.Mean)} to {Numbers.Short(c.Points[^1].Value.Mean)} in epoch {c.Points[^1].Epoch:f0}");
        var alternative = $"Validation MSE by epoch{(title.Length > 0 ? $", {title}" : "")}: {string.Join("; ", said)}.";
        return new Panel(title, alternative, chart.Svg($"learning-curves-{index}", alternative));
    }

    // Up to the last epoch that all seeds reached: beyond it the mean would be one of those that went on.
    private static (List<CurvePoint> Points, bool IsCut) Points(ReportedCell cell)
    {
        var seeds = cell.Completed.Select(r => r.Metrics.Where(m => m.Metrics.TryGetValue(MetricNames.ValidationMse, out var value) && double.IsFinite(value)).ToList()).Where(r => r.Count > 0).ToList();
        var epochs = seeds.SelectMany(r => r).GroupBy(m => m.Epoch).OrderBy(g => g.Key).ToList();
        List<CurvePoint> shared = [.. epochs.TakeWhile(g => g.Count() == seeds.Count).Select(g => CurvePoint.Of(g.Key, [.. g.Select(m => m.Metrics[MetricNames.ValidationMse])]))];
        return (shared, shared.Count < epochs.Count);
    }
}
