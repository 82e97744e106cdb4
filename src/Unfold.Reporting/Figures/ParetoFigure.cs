using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Cost against accuracy: PSNR over parameters, inference time, inference memory and training time, and the cells that no other one beats in both.</summary>
internal static class ParetoFigure
{
    private static readonly (string Metric, string Label)[] Costs =
    [
        (MetricNames.ParametersCount, "parameters"), (MetricNames.InferenceMilliseconds, "inference (ms/image)"),
        (MetricNames.InferenceMegabytes, "inference memory (MB)"), (MetricNames.TrainSeconds, "training (s)"),
    ];

    private static readonly string[] Header = ["cell", "cost", "mean cost", "mean PSNR (dB)", "standard deviation", "seeds", "on the front"];

    /// <summary>The figure; null for fewer than two cells with a PSNR.</summary>
    public static Figure? Of(ReportSource source)
    {
        var costs = Costs.Select(c => (c.Metric, c.Label, Points: Points(source, c.Metric))).Where(c => c.Points.Count > 1).ToList();
        return costs.Count == 0 ? null : new Figure(
            "pareto",
            "Cost and accuracy",
            "A point for each cell; bars are ± one sample standard deviation over seeds. The stepped line joins the numbered cells, which no other one beats in both cost and PSNR. Cells of no cost stand at the left edge. Times and memory are those of the machine below.",
            [.. costs.Select(c => Draw(source, c.Metric, c.Label, c.Points))],
            source.Styles.Legend(costs.SelectMany(c => c.Points).Select(p => p.Cell)),
            Csv.Write(Header, costs.SelectMany(c => c.Points.Select(p => new[] { Csv.Text(p.Cell.Name), c.Label, Numbers.Exact(p.Cost), Numbers.Exact(p.Psnr.Mean), Numbers.Exact(p.Psnr.Deviation), Numbers.Exact(p.Psnr.Count), IsOnFront(p, c.Points) ? "yes" : "no" }))));
    }

    private static Panel Draw(ReportSource source, string metric, string label, List<ParetoPoint> points)
    {
        var costs = points.Select(p => p.Cost).Where(c => c > 0).ToList();
        var axis = costs.Count > 0 ? ChartAxis.For(label, costs) : new ChartAxis(label);
        // Zero has no place on a logarithmic axis: half of the least cost stands for it.
        var least = costs.DefaultIfEmpty(1).Min() / 2;
        double Place(ParetoPoint p) => axis.IsLogarithmic ? Math.Max(p.Cost, least) : p.Cost;
        var front = points.Where(p => IsOnFront(p, points)).OrderBy(p => p.Cost).ThenBy(p => p.Psnr.Mean).ToList();
        using var chart = new Chart(axis, new ChartAxis("PSNR (dB)"));
        chart.Steps([.. front.Select(Place)], [.. front.Select(p => p.Psnr.Mean)]);
        foreach (var point in points)
        {
            var style = source.Styles.Of(point.Cell.Variant);
            if (point.Psnr.Count > 1)
                chart.Bar(Place(point), point.Psnr.Mean - point.Psnr.Deviation, point.Psnr.Mean + point.Psnr.Deviation, style);
            chart.Line([Place(point)], [point.Psnr.Mean], style, hasLine: false);
        }

        foreach (var (index, point) in front.Index())
            chart.Text(Place(point), point.Psnr.Mean + (point.Psnr.Count > 1 ? point.Psnr.Deviation : 0), Numbers.Short(index + 1));

        var alternative = $"PSNR over {label}. On the front: {string.Join("; ", front.Select(p => $"{p.Cell.Name}, {Numbers.Text(p.Psnr.Mean, "f2")} dB at {Numbers.Short(p.Cost)}"))}. "
            + $"Behind it: {string.Join("; ", points.Except(front).Select(p => $"{p.Cell.Name}, {Numbers.Text(p.Psnr.Mean, "f2")} dB at {Numbers.Short(p.Cost)}").DefaultIfEmpty("nothing"))}.";
        var named = string.Join(" · ", front.Select((p, i) => $"{i + 1} {p.Cell.Name}"));
        return new Panel($"On the front: {named}", alternative, chart.Svg($"pareto-{metric.Replace('.', '-')}", alternative));
    }

    private static List<ParetoPoint> Points(ReportSource source, string metric) =>
    [
        .. source.Cells
            .Select(c => (Cell: c, Cost: c.Summarise(metric), Psnr: c.Summarise(MetricNames.TestPsnr)))
            .Where(p => p.Cost is not null && p.Psnr is not null && double.IsFinite(p.Psnr.Mean))
            .Select(p => new ParetoPoint(p.Cell, p.Cost!.Mean, p.Psnr!)),
    ];

    private static bool IsOnFront(ParetoPoint point, List<ParetoPoint> all) =>
        !all.Exists(o => o.Cost <= point.Cost && o.Psnr.Mean >= point.Psnr.Mean && (o.Cost < point.Cost || o.Psnr.Mean > point.Psnr.Mean));
}
