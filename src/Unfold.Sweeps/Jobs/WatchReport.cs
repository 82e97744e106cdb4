namespace Unfold.Sweeps;

/// <summary>What a look at a sweep on a cluster found, and what was done about it.</summary>
/// <param name="Standings">How the cells stand, what waits in the queue included.</param>
/// <param name="Resubmitted">Cells that were lost and submitted again now.</param>
/// <param name="GivenUp">Cells that were lost too often, or that another try would not help.</param>
/// <param name="Warning">What is worth a word, such as a controller that does not answer; null for nothing.</param>
public sealed record WatchReport(IReadOnlyList<CellStanding> Standings, IReadOnlyList<SweepCell> Resubmitted, IReadOnlyList<CellStanding> GivenUp, string? Warning)
{
    /// <summary>Whether the sweep was cancelled.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsOver => IsCancelled || Standings.All(s => s.HasEnded || GivenUp.Any(g => g.Cell.Index == s.Cell.Index));
}
