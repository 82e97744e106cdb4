using MathNet.Numerics.Distributions;

namespace Unfold.Results;

/// <summary>Wilcoxon's signed-rank test of paired differences: are they symmetric about 0? Two-sided, without an assumption of normality.</summary>
/// <param name="Statistic">W, the smaller of the sums of ranks of the positive and of the negative differences.</param>
/// <param name="Count">Differences that are not 0; zeros say nothing about a direction and are left out.</param>
/// <param name="PValue">The probability of a W at most as large; exact up to 100 differences, also with ties, else from the normal limit.</param>
public sealed record WilcoxonSignedRank(double Statistic, int Count, double PValue)
{
    private const int LargestExact = 100;

    /// <summary>Tests differences; null where none is left or one is not finite.</summary>
    public static WilcoxonSignedRank? Of(IReadOnlyList<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var kept = differences.Where(d => d != 0).ToList();
        if (kept.Count == 0 || !kept.All(double.IsFinite))
            return null;
        var ranks = Ranks.OfDoubled([.. kept.Select(Math.Abs)]);
        var positive = kept.Zip(ranks).Where(p => p.First > 0).Sum(p => p.Second);
        var smaller = Math.Min(positive, ranks.Sum() - positive);
        var p = kept.Count <= LargestExact ? Exact(ranks, smaller) : Normal(ranks, smaller);
        return new WilcoxonSignedRank(smaller / 2.0, kept.Count, Math.Min(1, p));
    }

    // Every choice of signs is equally likely: counts the choices by their sum of positive ranks. Doubled ranks are whole numbers.
    private static double Exact(int[] ranks, int smaller)
    {
        var ways = new double[ranks.Sum() + 1];
        ways[0] = 1;
        foreach (var rank in ranks)
        {
            for (var sum = ways.Length - 1; sum >= rank; sum--)
                ways[sum] = (ways[sum] + ways[sum - rank]) / 2;
            for (var sum = 0; sum < rank; sum++)
                ways[sum] /= 2;
        }

        return 2 * ways.Take(smaller + 1).Sum();
    }

    // With signs ±1 the sum of positive ranks has mean Σr/2 and variance Σr²/4; half a rank for continuity.
    private static double Normal(int[] ranks, int smaller)
    {
        var mean = ranks.Sum() / 4.0;
        var deviation = Math.Sqrt(ranks.Sum(r => r * (double)r) / 16.0);
        return 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, Math.Min(0, ((smaller / 2.0) + 0.5 - mean) / deviation));
    }
}
