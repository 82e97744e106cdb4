namespace Unfold.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Format">How its values are written.</param>
/// <param name="Better">Which values are better: −1 lower, 1 higher, 0 neither.</param>
internal sealed record ReportColumn(string Title, string Metric, string Format, int Better);
