using System.Globalization;
using Unfold.Sweeps;

namespace Unfold.Cli.Rendering;

/// <summary>The cells of a sweep that are neither done nor wait, a line each: plain text, so that it can be piped. The name is last and whole, and an error stands on a line of its own.</summary>
internal static class CellTable
{
    private static readonly string[] Titles = ["cell", "state", "step", "ago", "tries", "name"];

    /// <param name="writer">Where to.</param>
    /// <param name="standings">The cells.</param>
    /// <param name="now">The time, in UTC.</param>
    public static void Write(TextWriter writer, IReadOnlyList<CellStanding> standings, DateTime now)
    {
        var left = standings.Where(s => s.State is not (CellState.Completed or CellState.Halved or CellState.Waiting or CellState.Queued)).ToList();
        if (left.Count == 0)
            return;
        List<(string[] Fields, string? Error)> rows = [(Titles, null), .. left.Select(s => (Row(s, now), s.Error))];
        int[] widths = [.. Enumerable.Range(0, Titles.Length - 1).Select(column => rows.Max(r => r.Fields[column].Length))];
        foreach (var (row, error) in rows)
        {
            writer.WriteLine($"{row[0].PadLeft(widths[0])} {row[1].PadRight(widths[1])} {string.Join(' ', row[2..^1].Zip(widths[2..], (cell, width) => cell.PadLeft(width)))} {row[^1]}");
            if (error is not null)
                writer.WriteLine($"{new string(' ', widths[0])} {error}");
        }
    }

    private static string[] Row(CellStanding standing, DateTime now) =>
    [
        standing.Cell.Index.ToString(CultureInfo.InvariantCulture),
        standing.State.ToString().ToLowerInvariant(),
        standing.Run switch
        {
            { Step: { } step, Steps: { } steps } => string.Create(CultureInfo.InvariantCulture, $"{step}/{steps}"),
            { Step: { } step } => step.ToString(CultureInfo.InvariantCulture),
            _ => "-",
        },
        standing.Run?.Seen is { } seen ? Ago.Of(now - seen) : "-",
        standing.Run?.Attempts?.ToString(CultureInfo.InvariantCulture) ?? "-",
        Sweeps.CellRun.Label(standing.Cell),
    ];
}
