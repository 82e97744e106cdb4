namespace Unfold.Reporting;

/// <summary>An axis of a chart.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="IsLogarithmic">Whether it is logarithmic: then every value is positive.</param>
/// <param name="Categories">Words at 0, 1, …; null for numbers.</param>
/// <param name="IsWhole">Whether only whole numbers are marked.</param>
internal sealed record ChartAxis(string Label, bool IsLogarithmic = false, IReadOnlyList<string>? Categories = null, bool IsWhole = false)
{
    /// <summary>An axis that is logarithmic where all values are positive and span a decade.</summary>
    public static ChartAxis For(string label, IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToList();
        return new ChartAxis(label, finite.Count > 0 && finite.Min() > 0 && finite.Max() / finite.Min() >= 10);
    }

    /// <summary>Where a value lies on the axis.</summary>
    public double Place(double value) => IsLogarithmic ? Math.Log10(value) : value;
}
