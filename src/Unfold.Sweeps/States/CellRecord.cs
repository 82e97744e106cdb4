using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>What there is to say of a cell beside its run's folder, written by the process that has the cell. Most cells have none.</summary>
public sealed record CellRecord
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>How often its time of the scheduler was over.</summary>
    public int Timeouts { get; init; }

    /// <summary>How often it was asked to make room.</summary>
    public int Preemptions { get; init; }

    /// <summary>The error that ended the last attempt, where its run's folder does not say: of several lines the first; else null.</summary>
    public string? Error { get; init => field = FirstLine(value); }

    /// <summary>Those of some cells, by index; cells without one are left out.</summary>
    public static IReadOnlyDictionary<int, CellRecord> Read(SweepFolder sweep, IReadOnlyList<SweepCell> cells)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(cells);
        return Directory.Exists(Path.Combine(sweep.Path, SweepFiles.Cells))
            ? cells.Where(c => File.Exists(PathOf(sweep, c))).ToDictionary(c => c.Index, c => Read(sweep, c))
            : [];
    }

    /// <summary>That of a cell; an empty one where there is none, and one that says so where it is damaged: the others are not to suffer from it.</summary>
    public static CellRecord Read(SweepFolder sweep, SweepCell cell)
    {
        var path = PathOf(sweep, cell);
        try
        {
            return File.Exists(path) ? ResultsJson.ReadFile<CellRecord>(path) : new CellRecord();
        }
        catch (ResultsException damaged)
        {
            return new CellRecord { Error = $"UFS002: {FirstLine(damaged.Message)}; delete the file" };
        }
    }

    /// <summary>Changes that of a cell.</summary>
    /// <exception cref="ResultsException">UFR001, UFR002.</exception>
    public static CellRecord Change(SweepFolder sweep, SweepCell cell, Func<CellRecord, CellRecord> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var before = Read(sweep, cell);
        var after = change(before);
        if (after != before)
            AtomicFile.Write(PathOf(sweep, cell), ResultsJson.Indented(after));
        return after;
    }

    internal static string? FirstLine(string? text) => text?.ReplaceLineEndings("\n").Split('\n')[0];

    private static string PathOf(SweepFolder sweep, SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(cell);
        return Path.Combine(sweep.Path, SweepFiles.Cells, $"{cell.Index.ToString(CultureInfo.InvariantCulture)}.json");
    }
}
