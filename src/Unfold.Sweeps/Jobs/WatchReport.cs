namespace Unfold.Sweeps;

/// <summary>What a look at a sweep on a cluster found, and what was done about it.</summary>
/// <param name="Standings">How the cells stand, what waits in the queue included.</param>
/// <param name="Queue">What the cluster has.</param>
/// <param name="Resubmitted">Cells that were lost and submitted again now.</param>
/// <param name="GivenUp">Cells that were lost too often, that another try would not help, or whose teachers are of these.</param>
/// <param name="Warning">What is worth a word, such as a controller that does not answer; null for nothing.</param>
public sealed record WatchReport(IReadOnlyList<CellStanding> Standings, QueueView Queue, IReadOnlyList<SweepCell> Resubmitted, IReadOnlyList<GivenUpCell> GivenUp, string? Warning)
{
    /// <summary>Cells that Slurm could not start, and held, and that may start now.</summary>
    public IReadOnlyList<SweepCell> Released { get; init; } = [];

    /// <summary>Whether the sweep was cancelled.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsOver => IsCancelled || Standings.Count(s => !s.HasEnded) == GivenUp.Count;
}
