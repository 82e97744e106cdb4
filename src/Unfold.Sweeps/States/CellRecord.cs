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

    /// <summary>The error that ended the last attempt, where its run's folder does not say: one line; else null.</summary>
    public string? Error { get; init; }

    /// <summary>The records that there are, by the cells' indices.</summary>
    /// <exception cref="ResultsException">UFR003: one is damaged.</exception>
    public static IReadOnlyDictionary<int, CellRecord> ReadAll(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var folder = Path.Combine(sweep.Path, SweepFiles.Cells);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").ToDictionary(f => int.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture), ResultsJson.ReadFile<CellRecord>)
            : [];
    }

    /// <summary>That of a cell; an empty one where there is none.</summary>
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static CellRecord Read(SweepFolder sweep, SweepCell cell) => PathOf(sweep, cell) is var path && File.Exists(path) ? ResultsJson.ReadFile<CellRecord>(path) : new CellRecord();

    /// <summary>Changes that of a cell.</summary>
    /// <exception cref="ResultsException">UFR001, UFR002, UFR003.</exception>
    public static CellRecord Change(SweepFolder sweep, SweepCell cell, Func<CellRecord, CellRecord> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var before = Read(sweep, cell);
        var after = change(before);
        if (after != before)
            AtomicFile.Write(PathOf(sweep, cell), ResultsJson.Indented(after));
        return after;
    }

    private static string PathOf(SweepFolder sweep, SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(cell);
        return Path.Combine(sweep.Path, SweepFiles.Cells, $"{cell.Index.ToString(CultureInfo.InvariantCulture)}.json");
    }
}
