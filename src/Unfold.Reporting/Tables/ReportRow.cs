namespace Unfold.Reporting;

/// <summary>A row: a variant or cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seeds">Completed runs behind the figures.</param>
/// <param name="Cells">A cell for each column; none where no run completed.</param>
/// <param name="Failure">What went wrong in a run that did not complete, or null.</param>
internal sealed record ReportRow(string Name, int Seeds, IReadOnlyList<ReportCell> Cells, string? Failure);
