namespace Unfold.Results;

/// <summary>Mean and sample standard deviation of several runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Sample standard deviation; 0 for one value.</param>
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
}
