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
        var jobs = SweepJobs.Read(sweep);
        var left = jobs.LeftElements.ToHashSet();
        Count(standings, queue, left);
        var givenUp = GivenUp(standings, queue, jobs, left);
        // What the site's limit left for later comes first; what is lost, when the queue was asked again.
        var (_, tooMany) = left.Count > 0 ? Trying(() => scheduler.SubmitLeft(standings, queue)) : (null, null);
        if (left.Count > 0 && SweepJobs.Read(sweep).Jobs.Count > jobs.Jobs.Count)
            return new WatchReport(standings, queue, [], givenUp, tooMany);
        var lost = Lost(standings, givenUp);
        var (resubmitted, refused) = lost.Count > 0 ? Resubmit(standings, lost, queue) : ([], null);
        var (released, held) = Release(standings, givenUp, queue);
        return new WatchReport(standings, queue, resubmitted, givenUp, refused ?? held ?? tooMany) { Released = released };
    }

    private void Count(IReadOnlyList<CellStanding> standings, QueueView queue, HashSet<int> left)
    {
        if (queue.AskedAt == _counted)
            return;
        _counted = queue.AskedAt;
        foreach (var standing in standings)
            _misses[standing.Cell.Index] = IsMissed(standing, standings, left) ? _misses.GetValueOrDefault(standing.Cell.Index) + 1 : 0;
    }

    // One that waits for its teachers, or is yet to be submitted, is not missed.
    private bool IsMissed(CellStanding standing, IReadOnlyList<CellStanding> standings, HashSet<int> left) =>
        !left.Contains(scheduler.Elements.Of(standing.Cell)) && standing.State is CellState.Waiting or CellState.Interrupted or CellState.Lost && standing.Cell.After.All(teacher => standings[teacher].HasEnded);

    // An error would only come again, what is lost for ever is not tried for ever, and nobody learns from a run that never ends.
    private List<GivenUpCell> GivenUp(IReadOnlyList<CellStanding> standings, QueueView queue, SweepJobs jobs, HashSet<int> left)
    {
        var found = new Dictionary<int, GivenUpCell>();
        // Teachers stand before their students; what is yet to be submitted has its try before it.
        foreach (var standing in standings.Where(s => !s.HasEnded && !left.Contains(scheduler.Elements.Of(s.Cell))))
        {
            var isExhausted = jobs.Resubmissions.GetValueOrDefault(standing.Cell.Index) >= profile.MaxResubmissions;
            var reason = standing switch
            {
                { State: CellState.Failed or CellState.Damaged } => standing.Error ?? "its files cannot be read",
                _ when standing.Cell.After.Any(found.ContainsKey) => "a run that it learns from was given up",
                _ when isExhausted && IsHeld(standing, queue) => "Slurm could not start it too often, and holds it",
                _ when isExhausted && IsLost(standing) => "lost too often",
                _ => null,
            };
            if (reason is not null)
                found.Add(standing.Cell.Index, new GivenUpCell(standing, reason));
        }

        return [.. found.Values];
    }

    // The accounting, where a site has one, knows of jobs that the queue forgot.
    private List<CellStanding> Lost(IReadOnlyList<CellStanding> standings, List<GivenUpCell> givenUp)
    {
        var hopeless = givenUp.Select(g => g.Cell.Index).ToHashSet();
        var missed = standings.Where(s => IsLost(s) && !hopeless.Contains(s.Cell.Index)).ToList();
        var accounted = missed.Count > 0 ? scheduler.Accounted() : null;
        return [.. missed.Where(s => accounted?.Contains(scheduler.Elements.Of(s.Cell)) != true)];
    }

    // An answer that is not counted again may be older than the folder.
    private bool IsLost(CellStanding standing) =>
        standing.State is CellState.Waiting or CellState.Interrupted or CellState.Lost && _misses.GetValueOrDefault(standing.Cell.Index) >= Misses;

    // Not begun, since its job waits for somebody.
    private bool IsHeld(CellStanding standing, QueueView queue) => standing.State == CellState.Queued && queue.HeldOf(scheduler.Elements.Of(standing.Cell)).Any();

    private (IReadOnlyList<SweepCell> Cells, string? Warning) Resubmit(IReadOnlyList<CellStanding> standings, List<CellStanding> lost, QueueView queue)
    {
        var cells = lost.ToLookup(s => scheduler.Elements.Of(s.Cell), s => s.Cell);
        var (outcome, warning) = Trying(() => scheduler.Submit(standings, s => cells[scheduler.Elements.Of(s.Cell)].Contains(s.Cell), queue, Count));
        return outcome is null ? ([], warning) : ([.. outcome.Jobs.SelectMany(j => j.Elements).SelectMany(e => cells[e])], null);

        // Before it is known whether the site takes them: where nobody can say, it counts, and is not tried again at once.
        Action Count(IReadOnlyList<int> elements)
        {
            List<SweepCell> counted = [.. elements.SelectMany(e => cells[e])];
            scheduler.CountResubmission(counted);
            Set(0);
            return () => Set(Misses);

            void Set(int misses)
            {
                foreach (var cell in counted)
                    _misses[cell.Index] = misses;
            }
        }
    }

    // It counts as a loss: on a broken node it would go on for ever.
    private (IReadOnlyList<SweepCell> Cells, string? Warning) Release(IReadOnlyList<CellStanding> standings, List<GivenUpCell> givenUp, QueueView queue)
    {
        var hopeless = givenUp.Select(g => g.Cell.Index).ToHashSet();
        var held = standings.Where(s => IsHeld(s, queue) && !hopeless.Contains(s.Cell.Index)).Select(s => s.Cell).ToList();
        if (held.Count == 0)
            return ([], null);
        var (released, warning) = Trying(() => scheduler.Release([.. held.Select(scheduler.Elements.Of).Distinct()], queue));
        if (released == 0)
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
            return (default, refused.Code == "UFS016" ? refused.Message : $"{refused.Message}; it is tried again");
        }
    }
}
