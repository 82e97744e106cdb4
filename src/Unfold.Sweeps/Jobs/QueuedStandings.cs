namespace Unfold.Sweeps;

/// <summary>How cells stand, with what the scheduler still has of those that nothing was begun of, or that were stopped.</summary>
public static class QueuedStandings
{
    /// <summary>Marks cells that wait in the queue.</summary>
    /// <param name="standings">The cells, by their folders.</param>
    /// <param name="elements">The elements of the sweep's arrays.</param>
    /// <param name="queue">What the scheduler has.</param>
    public static IReadOnlyList<CellStanding> Of(IReadOnlyList<CellStanding> standings, JobElements elements, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(queue);
        // One that failed waits for another try, unless others of its job run: all of a job's begin together.
        var begun = standings.Where(s => s.State == CellState.Running).Select(s => elements.Of(s.Cell)).ToHashSet();
        return [.. standings.Select(s => !s.HasEnded && s.State != CellState.Running && queue.Has(elements.Of(s.Cell)) && !(s.State is CellState.Failed or CellState.Damaged && begun.Contains(elements.Of(s.Cell))) ? s with { State = CellState.Queued } : s)];
    }
}
