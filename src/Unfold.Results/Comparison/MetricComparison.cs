namespace Unfold.Results;

/// <summary>A metric of two sides.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Left">Over all runs of the left side that have it; null for none.</param>
/// <param name="Right">Over those of the right side.</param>
/// <param name="Difference">Right − left: the mean over the shared seeds, or else the difference of the means; NaN where a side has none.</param>
/// <param name="Paired">Over the shared seeds.</param>
/// <param name="Welch">Where no seeds are shared; null otherwise.</param>
/// <param name="AdjustedPValue">The p-value after Holm's correction over all metrics; NaN where there is no test.</param>
public sealed record MetricComparison(string Metric, Summary? Left, Summary? Right, double Difference, PairedComparison Paired, WelchTTest? Welch, double AdjustedPValue)
{
    /// <summary>The p-value of the paired test, or of Welch's; NaN where there is neither.</summary>
    public double PValue => Paired.TTest?.PValue ?? Welch?.PValue ?? double.NaN;

    /// <summary>Whether the sides are told apart: enough seeds, and a p-value that stays below the level after the correction.</summary>
    public bool Separates => Significance.Separates(Welch is null ? Paired.Seeds.Count : Math.Min(Left?.Count ?? 0, Right?.Count ?? 0), AdjustedPValue);

    internal static MetricComparison Of(string metric, IReadOnlyList<RunResult> left, IReadOnlyList<RunResult> right)
    {
        var (a, b) = (Summarise(left, metric), Summarise(right, metric));
        var paired = PairedComparison.Of(left, right, metric);
        var welch = paired.Seeds.Count == 0 && a is not null && b is not null ? WelchTTest.Of(a, b) : null;
        var difference = paired.Difference?.Mean ?? (b?.Mean ?? double.NaN) - (a?.Mean ?? double.NaN);
        return new MetricComparison(metric, a, b, difference, paired, welch, double.NaN);
    }

    private static Summary? Summarise(IReadOnlyList<RunResult> runs, string metric)
    {
        var values = runs.Where(r => r.Status == RunStatus.Completed && r.Metrics.ContainsKey(metric)).Select(r => r.Metrics[metric]).ToList();
        return values.Count == 0 ? null : Summary.Of(values);
    }
}
