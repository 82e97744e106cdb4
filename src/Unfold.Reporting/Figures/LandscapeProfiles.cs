using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Losses along one direction: a panel for each combination of axis values, a line for each variant, all panels on one scale.</summary>
internal static class LandscapeProfiles
{
    public static IEnumerable<Panel> Of(ReportSource source, IReadOnlyList<(ReportedCell Cell, LossLandscape Landscape)> taken, string split, string loss, LandscapeScale scale) =>
        taken.GroupBy(t => AxisText.Of(t.Cell), StringComparer.Ordinal).Select((group, i) => Draw(source, group.Key, i, [.. group], split, loss, scale));

    private static Panel Draw(ReportSource source, string title, int index, IReadOnlyList<(ReportedCell Cell, LossLandscape Landscape)> shown, string split, string loss, LandscapeScale scale)
    {
        using var chart = new Chart(new ChartAxis("α (first direction)"), new ChartAxis(LandscapePlot.Name(split, loss), scale.IsLogarithmic));
        chart.Range(scale.Minimum, scale.Maximum);
        foreach (var (cell, landscape) in shown)
        {
            var points = landscape.Offsets.Zip(LandscapeScale.Surface(landscape, split, loss).Values, (at, row) => (At: at, Value: row[0])).Where(p => double.IsFinite(p.Value)).ToList();
            chart.Line([.. points.Select(p => p.At)], [.. points.Select(p => p.Value)], source.Styles.Of(cell.Variant));
        }

        var alternative = string.Join("; ", shown.Select(s => $"{s.Cell.Name}: {LandscapePlot.Describe(s.Landscape, split, loss)}")) + ".";
        return new Panel(title, alternative, chart.Svg($"landscape-profile-{index}", alternative));
    }
}
