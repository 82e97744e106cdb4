using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Matrices over the pairs of a sweep's axes: the mean over the seeds as a colour and as a number, a panel for each combination of the other axes.</summary>
internal static class HeatMapFigures
{
    // The rest is in the data.
    private const int MostPanels = 12;

    private static readonly (string Metric, string Label, string Format)[] Metrics =
    [
        (MetricNames.TestPsnr, "PSNR (dB)", "f2"), (MetricNames.TestNmseDb, "NMSE (dB)", "f2"), (MetricNames.TestMse, "test MSE", "g3"),
    ];

    private static readonly string[] Header = ["cell", "first axis", "first value", "second axis", "second value", "metric", "mean", "standard deviation", "seeds", "95 % interval from", "95 % interval to"];

    /// <summary>A figure for each pair of axes of each variant.</summary>
    public static IEnumerable<Figure> Of(ReportSource source)
    {
        var axes = new SweptAxes(source.Cells);
        var pairs = SweptGrid.Of(source.Cells).SelectMany(g => g.Paths.SelectMany((x, i) => g.Paths.Skip(i + 1).Select(y => (Grid: g, X: x, Y: y))));
        return pairs.Select((p, i) => Figure(axes, p.Grid, p.X, p.Y, $"map-{i + 1}")).OfType<Figure>();
    }

    private static Figure? Figure(SweptAxes axes, SweptGrid grid, string x, string y, string id)
    {
        var (metric, label, format) = Metrics.FirstOrDefault(m => grid.Cells.Any(c => IsShown(c, m.Metric)));
        if (metric is null)
            return null;
        var values = grid.Cells.Where(c => IsShown(c, metric)).Select(c => c.Summarise(metric)!.Mean).ToList();
        var map = new HeatMap(grid, x, y, new HeatMapScale(label, values), metric, format);
        var groups = grid.Cells.GroupBy(c => axes.Others(c, x, y), StringComparer.Ordinal).Select(g => (Title: g.Key, Cells: g.ToList())).ToList();
        var shown = groups.Take(MostPanels).ToList();
        return new Figure(
            id,
            $"{grid.Variant} over {grid.Name(x)} and {grid.Name(y)}",
            About(label, shown.Sum(g => map.Blanks(g.Cells)), groups.Count - shown.Count),
            [.. shown.Select((g, i) => map.Draw($"{id}-{i}", g.Title, g.Cells))],
            [],
            Csv.Write(Header, grid.Cells.Select(c => Row(c, x, y, metric))));
    }

    private static string About(string label, int blanks, int left) => string.Concat(
        $"{label}, mean over the seeds; brighter is higher, and all panels have one scale. Deviations, seeds and 95 % t-intervals are in the data.",
        blanks > 0 ? $" Nothing stands where no run has a figure (places: {Numbers.Short(blanks)})." : "",
        left > 0 ? $" Further combinations of the other axes, {Numbers.Short(left)}, are in the data alone." : "");

    private static bool IsShown(ReportedCell cell, string metric) => cell.Summarise(metric) is { } value && double.IsFinite(value.Mean);

    private static string[] Row(ReportedCell cell, string x, string y, string metric)
    {
        string[] place = [Csv.Text(cell.Name), Csv.Text(x), Csv.Text(AxisText.Value(cell.Axes[x])), Csv.Text(y), Csv.Text(AxisText.Value(cell.Axes[y])), metric];
        return cell.Summarise(metric) is { } value
            ? [.. place, Numbers.Exact(value.Mean), Numbers.Exact(value.Deviation), Numbers.Exact(value.Count), .. IntervalFields.Of(value)]
            : [.. place, "", "", "0", "", ""];
    }
}
