using System.Globalization;
using Unfold.Results;

namespace Unfold.Cli.Rendering;

/// <summary>
/// The list of runs: a line each, plain text, so that it can be piped. The folder, which begins with experiment and cell, is last and whole: it fits 80 columns unless
/// their names are long, and then the line runs over rather than to break what <c>unfold resume</c> takes.
/// </summary>
internal static class RunTable
{
    private static readonly string[] Titles = ["state", "seed", "step", "ago", "tries", "PSNR", "run"];

    /// <param name="writer">Where to.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="now">The time, in UTC.</param>
    public static void Write(TextWriter writer, IReadOnlyList<ListedRun> runs, DateTime now)
    {
        if (runs.Count == 0)
            return;
        var rows = runs.Select(run => Row(run, now)).Prepend(Titles).ToList();
        int[] widths = [.. Enumerable.Range(0, Titles.Length - 1).Select(column => rows.Max(r => r[column].Length))];
        foreach (var row in rows)
            writer.WriteLine($"{row[0].PadRight(widths[0])} {string.Join(' ', row[1..^1].Zip(widths[1..], (cell, width) => cell.PadLeft(width)))} {row[^1]}");
    }

    private static string[] Row(ListedRun run, DateTime now) =>
    [
        run.State.ToString().ToLowerInvariant(),
        Text(run.Seed),
        run.Steps is { } steps ? string.Create(CultureInfo.InvariantCulture, $"{run.Step}/{steps}") : Text(run.Step),
        run.Seen is { } seen ? Ago.Of(now - seen) : "-",
        Text(run.Attempts),
        run.TestPsnr?.ToString("f2", CultureInfo.InvariantCulture) ?? "-",
        run.State == ListedState.Damaged ? $"{run.Folder}: {run.Error?.ReplaceLineEndings(" ")}" : run.Folder,
    ];

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
