namespace Unfold.Reporting;

/// <summary>A value of the table.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="IsBest">Whether it is the best of its column.</param>
internal sealed record ReportCell(string Text, bool IsBest);
