using MathNet.Numerics.Distributions;

namespace Unfold.Results;

/// <summary>Mean and sample standard deviation of several runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Sample standard deviation (n − 1); 0 for one value.</param>
/// <param name="Count">Number of values n.</param>
public sealed record Summary(double Mean, double Deviation, int Count)
{
    /// <summary>Summarises values; at least one.</summary>
    public static Summary Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var mean = values.Average();
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return new Summary(mean, values.Count > 1 ? Math.Sqrt(squares / (values.Count - 1)) : 0, values.Count);
    }

    /// <summary>The t-interval of the mean: mean ± t(n−1) · s/√n; null for one value, which says nothing about the spread.</summary>
    /// <param name="confidence">How often such an interval covers the mean of all seeds; in (0, 1).</param>
    public Interval? Interval(double confidence = 0.95)
    {
        if (Count < 2)
            return null;
        var reach = StudentT.InvCDF(0, 1, Count - 1, (1 + confidence) / 2) * Deviation / Math.Sqrt(Count);
        return new Interval(Mean - reach, Mean + reach);
    }
}
