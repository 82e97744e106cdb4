using MathNet.Numerics.Distributions;

namespace Unfold.Results;

/// <summary>Student's t-test of paired differences: is their mean 0? Two-sided.</summary>
/// <param name="Statistic">t = mean / (s/√n); infinite for equal differences that are not 0.</param>
/// <param name="DegreesOfFreedom">n − 1.</param>
/// <param name="PValue">The probability of a |t| at least as large where the mean is 0.</param>
public sealed record PairedTTest(double Statistic, int DegreesOfFreedom, double PValue)
{
    /// <summary>Tests differences; null for fewer than two, or where one is not finite.</summary>
    public static PairedTTest? Of(IReadOnlyList<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count < 2 || !differences.All(double.IsFinite))
            return null;
        var summary = Summary.Of(differences);
        if (summary.Mean == 0)
            return new PairedTTest(0, summary.Count - 1, 1);
        var statistic = summary.Mean / (summary.Deviation / Math.Sqrt(summary.Count));
        return new PairedTTest(statistic, summary.Count - 1, Math.Min(1, 2 * StudentT.CDF(0, 1, summary.Count - 1, -Math.Abs(statistic))));
    }
}
