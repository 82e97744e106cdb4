namespace Unfold.Sweeps;

/// <summary>The cells that are yet to be run, in their order; one waits for its teachers.</summary>
internal sealed class ReadyCells
{
    private readonly List<SweepCell> _waiting;
    private readonly HashSet<int> _open;

    /// <param name="standings">All cells of the sweep.</param>
    public ReadyCells(IEnumerable<CellStanding> standings)
    {
        _waiting = [.. standings.Where(s => !s.HasEnded).Select(s => s.Cell)];
        _open = [.. _waiting.Select(c => c.Index)];
    }

    /// <summary>Takes the first whose teachers have ended; null where there is none now.</summary>
    public SweepCell? Take()
    {
        var at = _waiting.FindIndex(c => !c.After.Any(_open.Contains));
        if (at < 0)
            return null;
        var cell = _waiting[at];
        _waiting.RemoveAt(at);
        return cell;
    }

    /// <summary>A cell has come to an end, be it a failure: its students may try.</summary>
    public void End(SweepCell cell) => _open.Remove(cell.Index);

    /// <summary>A cell is to be run again, after the others.</summary>
    public void Return(SweepCell cell) => _waiting.Add(cell);
}
