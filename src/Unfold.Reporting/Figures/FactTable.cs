namespace Unfold.Reporting;

/// <summary>A small table of text.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Header">Its headings.</param>
/// <param name="Rows">Its rows; the first field names the row.</param>
internal sealed record FactTable(string Title, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);
