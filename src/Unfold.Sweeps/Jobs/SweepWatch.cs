namespace Unfold.Sweeps;

/// <summary>
/// Looks after a sweep on a cluster: a cell that the scheduler lost is submitted again. What counts as lost is slow to say: the queue has it not, three looks in a
/// row, and its run's folder is nobody's (its lock free, or its heartbeat stale).
/// </summary>
/// <param name="sweep">The sweep, whose lock is held.</param>
/// <param name="profile">The site's profile.</param>
/// <param name="scheduler">Gives its cells to the cluster.</param>
public sealed class SweepWatch(SweepFolder sweep, SiteProfile profile, SweepScheduler scheduler)
{
    private const int Misses = 3;
    private readonly Dictionary<int, int> _misses = [];

    // An answer is one miss, however often it is given.
    private DateTimeOffset? _counted;

    /// <summary>Looks once.</summary>
    public WatchReport Look()
    {
        // The folders after the queue: what ends in between is seen as ended.
        var queue = scheduler.Look();
        var standings = QueuedStandings.Of(CellStandings.Of(sweep), scheduler.Elements, queue);
        if (queue.Unknown is { } why)
            return new WatchReport(standings, queue, [], [], $"the cluster does not answer: {why}; nothing is changed until it does");
        if (SweepCancellation.IsSet(sweep))
            return new WatchReport(standings, queue, [], [], null) { IsCancelled = true };
        Count(standings, queue);
        var givenUp = GivenUp(standings, queue);
        // What the site's limit left for later comes first; what is lost, when the queue was asked again.
        if (SubmitLeft(standings, queue) is (var outcome, var warning) && (warning is not null || outcome!.Jobs.Count > 0))
            return new WatchReport(standings, queue, [], givenUp, warning);
        var lost = Lost(standings, givenUp);
        var (resubmitted, refused) = lost.Count > 0 ? Resubmit(standings, lost, queue) : ([], null);
        var (released, held) = Release(standings, givenUp, queue);
        return new WatchReport(standings, queue, resubmitted, givenUp, refused ?? held) { Released = released };
    }

    private void Count(IReadOnlyList<CellStanding> standings, QueueView queue)
    {
        if (queue.AskedAt == _counted)
            return;
        _counted = queue.AskedAt;
        foreach (var standing in standings)
            _misses[standing.Cell.Index] = IsMissed(standing, standings) ? _misses.GetValueOrDefault(standing.Cell.Index) + 1 : 0;
    }

    // One that waits for its teachers is not missed.
    private static bool IsMissed(CellStanding standing, IReadOnlyList<CellStanding> standings) =>
        standing.State is CellState.Waiting or CellState.Interrupted or CellState.Lost && standing.Cell.After.All(teacher => standings[teacher].HasEnded);

    // An error would only come again, what is lost for ever is not tried for ever, and nobody learns from a run that never ends.
    private List<CellStanding> GivenUp(IReadOnlyList<CellStanding> standings, QueueView queue)
    {
        var resubmissions = SweepJobs.Read(sweep).Resubmissions;
        var indices = new HashSet<int>();
        // Teachers stand before their students.
        foreach (var standing in standings.Where(s => !s.HasEnded))
        {
            var isExhausted = (IsLost(standing) || IsHeld(standing, queue)) && resubmissions.GetValueOrDefault(standing.Cell.Index) >= profile.MaxResubmissions;
            if (standing.State is CellState.Failed or CellState.Damaged || isExhausted || standing.Cell.After.Any(indices.Contains))
                indices.Add(standing.Cell.Index);
        }

        return [.. standings.Where(s => indices.Contains(s.Cell.Index))];
    }

    // The accounting, where a site has one, knows of jobs that the queue forgot.
    private List<CellStanding> Lost(IReadOnlyList<CellStanding> standings, List<CellStanding> givenUp)
    {
        var hopeless = givenUp.Select(s => s.Cell.Index).ToHashSet();
        var missed = standings.Where(s => IsLost(s) && !hopeless.Contains(s.Cell.Index)).ToList();
        var accounted = missed.Count > 0 ? scheduler.Accounted() : null;
        return [.. missed.Where(s => accounted?.Contains(scheduler.Elements.Of(s.Cell)) != true)];
    }

    // An answer that is not counted again may be older than the folder.
    private bool IsLost(CellStanding standing) =>
        standing.State is CellState.Waiting or CellState.Interrupted or CellState.Lost && _misses.GetValueOrDefault(standing.Cell.Index) >= Misses;

    // Not begun, since its job waits for somebody.
    private bool IsHeld(CellStanding standing, QueueView queue) => standing.State == CellState.Queued && queue.HeldOf(scheduler.Elements.Of(standing.Cell)).Any();

    private (SubmitOutcome? Outcome, string? Warning)? SubmitLeft(IReadOnlyList<CellStanding> standings, QueueView queue)
    {
        var submitted = SweepJobs.Read(sweep).Jobs.SelectMany(j => j.Elements).ToHashSet();
        return Enumerable.Range(0, scheduler.Elements.Count).All(submitted.Contains) ? null : Trying(() => scheduler.Submit(standings, s => !submitted.Contains(scheduler.Elements.Of(s.Cell)), queue));
    }

    private (IReadOnlyList<SweepCell> Cells, string? Warning) Resubmit(IReadOnlyList<CellStanding> standings, List<CellStanding> lost, QueueView queue)
    {
        var indices = lost.Select(s => s.Cell.Index).ToHashSet();
        var (outcome, warning) = Trying(() => scheduler.Submit(standings, s => indices.Contains(s.Cell.Index), queue));
        if (outcome is null)
            return ([], warning);
        var elements = outcome.Jobs.SelectMany(j => j.Elements).ToHashSet();
        var cells = lost.Select(s => s.Cell).Where(c => elements.Contains(scheduler.Elements.Of(c))).ToList();
        scheduler.CountResubmission(cells);
        foreach (var cell in cells)
            _misses[cell.Index] = 0;
        return (cells, null);
    }

    // It counts as a loss: on a broken node it would go on for ever.
    private (IReadOnlyList<SweepCell> Cells, string? Warning) Release(IReadOnlyList<CellStanding> standings, List<CellStanding> givenUp, QueueView queue)
    {
        var hopeless = givenUp.Select(s => s.Cell.Index).ToHashSet();
        var held = standings.Where(s => IsHeld(s, queue) && !hopeless.Contains(s.Cell.Index)).Select(s => s.Cell).ToList();
        if (held.Count == 0)
            return ([], null);
        var (released, warning) = Trying(() => scheduler.Release([.. held.Select(scheduler.Elements.Of).Distinct()], queue));
        if (!released)
            return ([], warning);
        scheduler.CountResubmission(held);
        return (held, null);
    }

    private static (T? Done, string? Warning) Trying<T>(Func<T> work)
    {
        try
        {
            return (work(), null);
        }
        catch (SweepException refused)
        {
            return (default, $"{refused.Message}; it is tried again");
        }
    }
}
