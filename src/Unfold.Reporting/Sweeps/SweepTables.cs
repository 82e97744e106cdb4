using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Tables of variants that are swept over a pair of axes or more: the cell that validation chooses, and means over all cells with a value.</summary>
internal static class SweepTables
{
    private static readonly string[] Marginal = [MetricNames.TestMse, MetricNames.TestPsnr, MetricNames.TestNmseDb];

    private static readonly ReportColumn[] Validation =
    [
        new("validation MSE", MetricNames.ValidationMse, "f5", 0),
        new("validation NMSE (dB)", MetricNames.ValidationNmseDb, "f2", 0),
    ];

    /// <summary>Makes them, those that the runs have the figures for.</summary>
    public static IEnumerable<ReportTable> Of(IReadOnlyList<ReportedCell> cells)
    {
        var grids = SweptGrid.Of(cells);
        var chosen = grids.Select(g => ValidationChoice.Of(g.Cells)).OfType<ReportedCell>().ToList();
        if (chosen.Count > 0)
            yield return ReportTable.Of("chosen", "Cells chosen by validation", $"Of each variant that is swept over several axes the cell with the lowest mean {Criteria(chosen)} over its seeds: validation data alone decided, and the test figures of what was chosen stand beside it. Cells with fewer seeds than others are not chosen from.", Columns(Validation.Concat(ReportTables.Main), chosen), chosen);
        var swept = grids.Where(g => g.Cells.Any(c => c.Completed.Count > 0)).ToList();
        if (swept.Count > 0)
            yield return Marginals(swept);
    }

    private static ReportTable Marginals(IReadOnlyList<SweptGrid> grids)
    {
        var columns = Columns(ReportTables.Main.Where(c => Marginal.Contains(c.Metric)).Select(c => c with { Better = 0 }), grids.SelectMany(g => g.Cells));
        var rows = grids.SelectMany(g => g.Paths.SelectMany(path => g.Values(path).Select(value => MarginalRow.Of(g, path, value, columns))));
        return new ReportTable("marginals", "Means over the axes of sweeps", $"Over all cells and seeds with a value of one axis, whatever those of the others are: the deviation is that between cells and seeds together.{string.Concat(grids.Where(g => !g.IsBalanced).Select(Holes))}", columns, [.. rows])
        {
            Counted = "runs",
        };
    }

    private static string Holes(SweptGrid grid) => grid.Holes > 0
        ? $" The grid of {grid.Variant} has holes ({Numbers.Short(grid.Holes)} without a completed run): its rows are means over different cells, and may differ by these alone."
        : $" Cells of {grid.Variant} differ in their number of completed runs: its rows weigh them unequally.";

    private static string Criteria(IReadOnlyList<ReportedCell> chosen) =>
        string.Join(" or ", chosen.Select(c => ValidationChoice.MetricOf(c) == MetricNames.ValidationMse ? "validation MSE" : "validation NMSE, as its signals have no range,").Distinct(StringComparer.Ordinal));

    private static List<ReportColumn> Columns(IEnumerable<ReportColumn> columns, IEnumerable<ReportedCell> cells) =>
        [.. columns.Where(column => cells.Any(c => c.Summarise(column.Metric) is not null))];
}
