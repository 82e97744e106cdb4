using Unfold.Results;

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
            return new WatchReport(standings, [], [.. standings.Where(s => IsHopeless(s, SweepJobs.Read(sweep)))], $"the cluster does not answer: {why}; nothing is changed until it does");
        if (SweepCancellation.IsSet(sweep))
            return new WatchReport(standings, [], [], null) { IsCancelled = true };
        // What the site's limit left for later.
        var late = SubmitLeft(standings, queue);
        var jobs = SweepJobs.Read(sweep);
        if (queue.AskedAt != _counted)
        {
            _counted = queue.AskedAt;
            foreach (var standing in standings)
                Count(standing, queue);
        }

        var missed = standings.Where(s => _misses.GetValueOrDefault(s.Cell.Index) >= Misses && !IsHopeless(s, jobs)).ToList();
        // The accounting, where a site has one, knows of jobs that the queue forgot.
        var accounted = missed.Count > 0 ? scheduler.Accounted() : null;
        var lost = missed.Where(s => accounted?.Contains(scheduler.Elements.Of(s.Cell)) != true).ToList();
        var (resubmitted, warning) = lost.Count > 0 ? Resubmit(standings, lost, queue) : ([], late);
        return new WatchReport(standings, resubmitted, [.. standings.Where(s => IsHopeless(s, SweepJobs.Read(sweep)) && !queue.Has(scheduler.Elements.Of(s.Cell)))], warning);
    }

    private string? SubmitLeft(IReadOnlyList<CellStanding> standings, QueueView queue)
    {
        var submitted = SweepJobs.Read(sweep).Jobs.SelectMany(j => j.Elements).ToHashSet();
        return Enumerable.Range(0, scheduler.Elements.Count).All(submitted.Contains) ? null : Submitting(() => scheduler.Submit(standings, s => !submitted.Contains(scheduler.Elements.Of(s.Cell)), queue)).Warning;
    }

    private static (SubmitOutcome? Outcome, string? Warning) Submitting(Func<SubmitOutcome> submit)
    {
        try
        {
            return (submit(), null);
        }
        catch (SweepException refused)
        {
            return (null, $"{refused.Message}; it is tried again");
        }
    }

    private void Count(CellStanding standing, QueueView queue)
    {
        var isMissed = !standing.HasEnded && standing.State is not (CellState.Running or CellState.Queued) && !queue.Has(scheduler.Elements.Of(standing.Cell));
        _misses[standing.Cell.Index] = isMissed ? _misses.GetValueOrDefault(standing.Cell.Index) + 1 : 0;
    }

    // An error would only come again; and what is lost for ever is not tried for ever.
    private bool IsHopeless(CellStanding standing, SweepJobs jobs) =>
        standing.State is CellState.Failed or CellState.Damaged
        || (!standing.HasEnded && standing.State is CellState.Lost or CellState.Interrupted or CellState.Waiting && jobs.Resubmissions.GetValueOrDefault(standing.Cell.Index) >= profile.MaxResubmissions);

    private (IReadOnlyList<SweepCell> Cells, string? Warning) Resubmit(IReadOnlyList<CellStanding> standings, List<CellStanding> lost, QueueView queue)
    {
        var indices = lost.Select(s => s.Cell.Index).ToHashSet();
        var (outcome, warning) = Submitting(() => scheduler.Submit(standings, s => indices.Contains(s.Cell.Index), queue));
        if (outcome is null)
            return ([], warning);
        var elements = outcome.Jobs.SelectMany(j => j.Elements).ToHashSet();
        var cells = lost.Select(s => s.Cell).Where(c => elements.Contains(scheduler.Elements.Of(c))).ToList();
        scheduler.Change(jobs => jobs with { Resubmissions = WithOneMore(jobs.Resubmissions, cells) });
        foreach (var cell in cells)
            _misses[cell.Index] = 0;
        return (cells, null);
    }

    private static SortedDictionary<int, int> WithOneMore(IReadOnlyDictionary<int, int> counts, List<SweepCell> cells)
    {
        var more = new SortedDictionary<int, int>(counts.ToDictionary(c => c.Key, c => c.Value));
        foreach (var cell in cells)
            more[cell.Index] = more.GetValueOrDefault(cell.Index) + 1;
        return more;
    }
}
