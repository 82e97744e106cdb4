using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Means over two axes of a grid as a matrix.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="X">The axis to the right.</param>
/// <param name="Y">The axis upwards.</param>
/// <param name="Scale">Where values lie.</param>
/// <param name="Metric">What is shown.</param>
/// <param name="Format">How its numbers are written.</param>
internal sealed record HeatMap(SweptGrid Grid, string X, string Y, HeatMapScale Scale, string Metric, string Format)
{
    private readonly IReadOnlyList<JToken> _columns = Grid.Values(X);
    private readonly IReadOnlyList<JToken> _rows = Grid.Values(Y);

    /// <summary>Draws the cells of one combination of the other axes.</summary>
    public Panel Draw(string id, string title, IReadOnlyList<ReportedCell> cells)
    {
        var x = new ChartAxis(Grid.Name(X), Categories: [.. _columns.Select(AxisText.Value)]);
        var y = new ChartAxis(Grid.Name(Y), Categories: [.. _rows.Select(AxisText.Value)]);
        using var chart = new Chart(x, y);
        chart.Matrix();
        List<string> said = [];
        foreach (var (row, column) in Enumerable.Range(0, _rows.Count).SelectMany(r => Enumerable.Range(0, _columns.Count).Select(c => (r, c))))
        {
            var place = $"{x.Label} {x.Categories![column]}, {y.Label} {y.Categories![row]}";
            if (Mean(cells, _columns[column], _rows[row]) is not { } mean)
            {
                said.Add($"nothing at {place}");
                continue;
            }

            var fill = HeatMapColours.Fill(Scale.Share(mean));
            var text = Numbers.Text(mean, Format);
            chart.Cell(column, row, fill, HeatMapColours.Ink(fill), text);
            said.Add($"{text} at {place}");
        }

        var alternative = $"{Scale.Label} of {Grid.Variant} over {x.Label} and {y.Label}{(title.Length > 0 ? $", {title}" : "")}: {string.Join("; ", said)}.";
        return new Panel(title, alternative, chart.Svg(id, alternative));
    }

    /// <summary>How many of the places have no figure.</summary>
    public int Blanks(IReadOnlyList<ReportedCell> cells) => _columns.Sum(c => _rows.Count(r => Mean(cells, c, r) is null));

    private double? Mean(IReadOnlyList<ReportedCell> cells, JToken column, JToken row) =>
        cells.FirstOrDefault(c => JToken.DeepEquals(c.Axes[X], column) && JToken.DeepEquals(c.Axes[Y], row))?.Summarise(Metric) is Summary { Mean: var mean } && double.IsFinite(mean) ? mean : null;
}
