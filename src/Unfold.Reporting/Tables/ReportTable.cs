using System.Globalization;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A table of figures: a row for each cell in the order of the runs, mean ± sample standard deviation over its seeds.</summary>
/// <param name="Id">What names it in addresses and labels.</param>
/// <param name="Title">Its heading.</param>
/// <param name="About">What its figures are; empty where the columns say it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record ReportTable(string Id, string Title, string About, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>The command that repeats its figures; empty where the page says it.</summary>
    public string Command { get; init; } = "";

    /// <summary>What n counts.</summary>
    public string Counted { get; init; } = "seeds";

    /// <summary>Makes a table.</summary>
    public static ReportTable Of(string id, string title, string about, IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportedCell> cells)
    {
        var best = columns.Select(c => BestCell.Find(c, cells)).ToList();
        return new ReportTable(id, title, about, columns, [.. cells.Select(cell => Row(cell, columns, best))]);
    }

    /// <summary>What ± is, how many seeds there are, and what a mark means.</summary>
    public string Caption(string mark)
    {
        var counts = Rows.Select(r => r.Seeds).Where(n => n > 0).Distinct().Order().ToList();
        var spread = counts switch
        {
            [] => "No run completed.",
            [1] => $"One {Counted[..^1]} (n = 1): differences of this size may be chance.",
            _ => string.Create(CultureInfo.InvariantCulture, $"Mean ± sample standard deviation (n − 1) over n = {string.Join(", ", counts)} {Counted}."),
        };
        return string.Join(' ', new[] { About, spread, Marks(mark, counts) }.Where(s => s.Length > 0));
    }

    private string Marks(string mark, List<int> counts)
    {
        if (Columns.All(c => c.Better == 0) || Rows.Count(r => r.Seeds > 0) < 2)
            return "";
        if (Rows.SelectMany(r => r.Cells).Any(c => c.IsBest))
            return string.Create(CultureInfo.InvariantCulture, $"{mark} is the best of its column where the paired t-test over shared seeds separates it from every other row (n ≥ {Significance.LeastSeeds}, p < {Significance.Level} after Holm’s correction).");
        return counts.Count > 0 && counts[^1] < Significance.LeastSeeds
            ? string.Create(CultureInfo.InvariantCulture, $"Nothing is marked best below {Significance.LeastSeeds} seeds.")
            : "Nothing is marked best: no row separates from every other one.";
    }

    private static ReportRow Row(ReportedCell cell, IReadOnlyList<ReportColumn> columns, List<string?> best)
    {
        var failed = cell.Runs.FirstOrDefault(r => r.Result.Status != RunStatus.Completed)?.Result;
        var cells = cell.Completed.Count == 0 ? [] : columns.Select((c, i) => new ReportCell(cell.Summarise(c.Metric), c.Format, best[i] == cell.Name)).ToList();
        // Not every seed need have what a table shows, such as a landscape.
        var seeds = cells.Select(c => c.Value?.Count ?? 0).DefaultIfEmpty().Max();
        return new ReportRow(cell.Name, seeds > 0 ? seeds : cell.Completed.Count, cells, failed is null ? null : failed.Error ?? failed.Status.ToString());
    }
}
