namespace Unfold.Reporting;

/// <summary>A level across a chart.</summary>
/// <param name="Place">Where it lies on the vertical axis.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="Name">What it is the level of.</param>
internal sealed record ChartLevel(double Place, SeriesStyle Style, string Name);
