using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The best cell of a column, where the paired test says that it is one.</summary>
internal static class BestCell
{
    /// <summary>The name of the cell with the best mean, where the test separates it from every other one; else null.</summary>
    public static string? Find(ReportColumn column, IReadOnlyList<ReportedCell> cells)
    {
        var means = cells
            .Select(c => (Cell: c, Mean: c.Summarise(column.Metric)?.Mean ?? double.NaN))
            .Where(c => double.IsFinite(c.Mean))
            .OrderBy(c => -column.Better * c.Mean)
            .ToList();
        if (column.Better == 0 || means.Count < 2)
            return null;
        var best = means[0].Cell;
        var compared = means.Skip(1).Select(other => PairedComparison.Of(Results(best), Results(other.Cell), column.Metric)).ToList();
        var adjusted = Holm.Adjust([.. compared.Select(c => c.PValue)]);
        return compared.Zip(adjusted).All(c => Significance.Separates(c.First.Seeds.Count, c.Second)) ? best.Name : null;
    }

    private static IEnumerable<RunResult> Results(ReportedCell cell) => cell.Completed.Select(r => r.Result);
}
