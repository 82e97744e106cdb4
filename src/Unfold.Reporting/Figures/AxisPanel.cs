namespace Unfold.Reporting;

/// <summary>A panel of a figure over an axis.</summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="Title">The values of the other axes.</param>
/// <param name="X">The axis.</param>
/// <param name="Metric">What is drawn.</param>
/// <param name="Label">The same in words.</param>
internal sealed record AxisPanel(string Id, string Title, ChartAxis X, string Metric, string Label)
{
    /// <summary>A value of the axis as text.</summary>
    public string Name(double x) => X.Categories?[(int)x] ?? Numbers.Short(x);
}
