using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>How the cells of a sweep stand, by the folders of their runs: those are the truth, whatever a scheduler says.</summary>
public static class CellStandings
{
    /// <summary>All cells, by index.</summary>
    public static IReadOnlyList<CellStanding> Of(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return Of(sweep, sweep.Plan.Cells);
    }

    /// <summary>Some cells, in their order.</summary>
    public static IReadOnlyList<CellStanding> Of(SweepFolder sweep, IReadOnlyList<SweepCell> cells)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(cells);
        var records = CellRecord.Read(sweep, cells);
        var runs = RunListing.OfFolders(sweep.Out, [.. cells.Select(cell => cell.Folder ?? TaughtRun.FolderOf(sweep, cell))]);
        return [.. cells.Zip(runs, (cell, run) =>
        {
            var record = records.GetValueOrDefault(cell.Index) ?? new CellRecord();
            var state = StateOf(run, record);
            return state is CellState.Interrupted or CellState.Lost ? Halved(sweep, new CellStanding(cell, state, run, record)) : new CellStanding(cell, state, run, record);
        })];
    }

    private static CellStanding Halved(SweepFolder sweep, CellStanding standing)
    {
        try
        {
            return SweepHalving.StoppedAt(sweep, standing.Cell) is null ? standing : standing with { State = CellState.Halved };
        }
        catch (SweepException damaged)
        {
            // The others are not to suffer from it.
            return standing with { State = CellState.Damaged, Record = standing.Record with { Error = $"{damaged.Code}: {damaged.Message}" } };
        }
    }

    private static CellState StateOf(ListedRun? run, CellRecord record) => run?.State switch
    {
        ListedState.Completed => CellState.Completed,
        ListedState.Diverged => CellState.Diverged,
        ListedState.Running => CellState.Running,
        ListedState.Failed => CellState.Failed,
        ListedState.Damaged => CellState.Damaged,
        // One that could not even begin again, or was given up, says so beside its folder.
        _ when record.Error is not null => CellState.Failed,
        ListedState.Interrupted => CellState.Interrupted,
        ListedState.Lost => CellState.Lost,
        _ => CellState.Waiting,
    };
}
