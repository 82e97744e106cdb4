namespace Unfold.Results;

/// <summary>A metric over the seeds of a variant or cell.</summary>
/// <param name="Variant">The variant or cell.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Sample standard deviation (n − 1).</param>
/// <param name="Count">Runs that have it: n.</param>
/// <param name="Interval">The 95 % t-interval of the mean.</param>
public sealed record SeedStatistics(string Variant, string Metric, double Mean, double Deviation, int Count, Interval? Interval)
{
    /// <summary>Of every metric that is compared and that several completed runs of a cell have, in the order of the runs.</summary>
    public static IReadOnlyList<SeedStatistics> Of(IReadOnlyList<RunResult> runs) =>
    [
        .. from cell in runs.Where(r => r.Status == RunStatus.Completed).GroupBy(r => r.Name, StringComparer.Ordinal)
           from metric in cell.SelectMany(r => r.Metrics).Where(m => !MetricNames.IsOfTheMachine(m.Key)).GroupBy(m => m.Key, m => m.Value, StringComparer.Ordinal).OrderBy(m => m.Key, StringComparer.Ordinal)
           where metric.Count() > 1
           select Of(cell.Key, metric.Key, Summary.Of([.. metric])),
    ];

    private static SeedStatistics Of(string cell, string metric, Summary summary) =>
        new(cell, metric, summary.Mean, summary.Deviation, summary.Count, summary.Interval());
}
