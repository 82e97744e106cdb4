using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A row of means over all cells and seeds that have a value of an axis.</summary>
internal static class MarginalRow
{
    public static ReportRow Of(SweptGrid grid, string path, JToken value, IReadOnlyList<ReportColumn> columns)
    {
        var cells = grid.Cells.Where(c => JToken.DeepEquals(c.Axes[path], value)).ToList();
        var name = $"{grid.Variant}, {grid.Name(path)} = {AxisText.Value(value)}";
        var runs = cells.Sum(c => c.Completed.Count);
        return runs > 0
            ? new ReportRow(name, runs, [.. columns.Select(c => new ReportCell(Summarise(cells, c.Metric), c.Format, IsBest: false))], Failure: null)
            : new ReportRow(name, 0, [], "no run completed");
    }

    private static Summary? Summarise(IEnumerable<ReportedCell> cells, string metric) =>
        cells.SelectMany(c => c.Values(metric)).ToList() is { Count: > 0 } values ? Summary.Of(values) : null;
}
