namespace Unfold.Results;

/// <summary>A metric of two variants over the seeds that both have. Runs of one seed share operator, noise, split and shuffles, so they are pairs.</summary>
/// <param name="Seeds">The shared seeds, ascending.</param>
/// <param name="Left">The left variant over the shared seeds; null without any.</param>
/// <param name="Right">The right one.</param>
/// <param name="Difference">Right − left, seed by seed; its interval is the one of the mean difference.</param>
/// <param name="TTest">Of the differences; null for fewer than two.</param>
/// <param name="Wilcoxon">Of the differences; null where all are 0.</param>
public sealed record PairedComparison(
    IReadOnlyList<int> Seeds, Summary? Left, Summary? Right, Summary? Difference, PairedTTest? TTest, WilcoxonSignedRank? Wilcoxon)
{
    /// <summary>The p-value of the t-test; NaN where there is none.</summary>
    public double PValue => TTest?.PValue ?? double.NaN;

    /// <summary>Whether the t-test alone separates the two.</summary>
    public bool Separates => Significance.Separates(Seeds.Count, PValue);

    /// <summary>Compares the completed runs of two sides.</summary>
    /// <param name="left">Runs of the left side; the last of each seed counts.</param>
    /// <param name="right">Runs of the right side.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="shift">Subtracted from every difference before the tests, such as a margin.</param>
    public static PairedComparison Of(IEnumerable<RunResult> left, IEnumerable<RunResult> right, string metric, double shift = 0) =>
        Of(left, metric, right, metric, shift);

    /// <summary>Compares a metric of the left side with one of the right side.</summary>
    public static PairedComparison Of(IEnumerable<RunResult> left, string leftMetric, IEnumerable<RunResult> right, string rightMetric, double shift = 0)
    {
        var (a, b) = (BySeed(left, leftMetric), BySeed(right, rightMetric));
        var seeds = a.Keys.Where(b.ContainsKey).Order().ToList();
        var differences = seeds.Select(s => b[s] - a[s] - shift).ToList();
        return new PairedComparison(
            seeds,
            Summarise([.. seeds.Select(s => a[s])]),
            Summarise([.. seeds.Select(s => b[s])]),
            Summarise(differences),
            PairedTTest.Of(differences),
            WilcoxonSignedRank.Of(differences));
    }

    private static Dictionary<int, double> BySeed(IEnumerable<RunResult> runs, string metric)
    {
        var values = new Dictionary<int, double>();
        foreach (var run in runs.Where(r => r.Status == RunStatus.Completed))
        {
            if (run.Metrics.TryGetValue(metric, out var value))
                values[run.Seed] = value;
        }

        return values;
    }

    private static Summary? Summarise(List<double> values) => values.Count == 0 ? null : Summary.Of(values);
}
