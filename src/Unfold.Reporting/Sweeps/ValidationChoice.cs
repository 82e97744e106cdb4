using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The cell that validation data choose: the figures are those of the reported parameters, as results.json has them.</summary>
internal static class ValidationChoice
{
    /// <summary>What decides: NMSE where signals have no range, as those of large norm would rule the MSE, else MSE.</summary>
    public static string MetricOf(ReportedCell cell) =>
        cell.Summarise(MetricNames.ValidationNmseDb) is null ? MetricNames.ValidationMse : MetricNames.ValidationNmseDb;

    /// <summary>The cell with the lowest mean of those with the most seeds; null where none was validated.</summary>
    public static ReportedCell? Of(IReadOnlyList<ReportedCell> cells)
    {
        // A cell whose bad seeds diverged would have the mean of its good ones.
        var validated = cells.Select(c => (Cell: c, Value: c.Summarise(MetricOf(c)))).Where(c => c.Value is not null && double.IsFinite(c.Value.Mean)).ToList();
        var most = validated.Select(c => c.Value!.Count).DefaultIfEmpty().Max();
        return validated.Where(c => c.Value!.Count == most).OrderBy(c => c.Value!.Mean).FirstOrDefault().Cell;
    }
}
