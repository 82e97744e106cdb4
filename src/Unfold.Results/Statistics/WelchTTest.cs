using MathNet.Numerics.Distributions;

namespace Unfold.Results;

/// <summary>Welch's t-test of two sides whose runs are no pairs: are their means equal? Two-sided, variances may differ.</summary>
/// <param name="Statistic">t of right − left.</param>
/// <param name="DegreesOfFreedom">After Welch and Satterthwaite.</param>
/// <param name="PValue">The probability of a |t| at least as large where the means are equal.</param>
public sealed record WelchTTest(double Statistic, double DegreesOfFreedom, double PValue)
{
    /// <summary>Tests two sides; null where one has fewer than two values, or neither varies.</summary>
    public static WelchTTest? Of(Summary left, Summary right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (a, b) = (left.Deviation * left.Deviation / left.Count, right.Deviation * right.Deviation / right.Count);
        if (left.Count < 2 || right.Count < 2 || !(a + b > 0) || !double.IsFinite(right.Mean - left.Mean))
            return null;
        var statistic = (right.Mean - left.Mean) / Math.Sqrt(a + b);
        var freedom = (a + b) * (a + b) / ((a * a / (left.Count - 1)) + (b * b / (right.Count - 1)));
        return new WelchTTest(statistic, freedom, Math.Min(1, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(statistic))));
    }
}
