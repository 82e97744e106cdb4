namespace Unfold.Sweeps;

/// <summary>What the scheduler has of a sweep's elements: a hint, never the truth.</summary>
/// <param name="Entries">The jobs that it still runs or will run, by element; null where it did not answer.</param>
/// <param name="Unknown">Why it did not.</param>
/// <param name="AskedAt">When it was asked: a question that came too early was given the answer before.</param>
public sealed record QueueView(ILookup<int, QueueEntry>? Entries, string? Unknown, DateTimeOffset AskedAt)
{
    /// <summary>The last jobs that have ended, by element: the scheduler forgets them after some minutes.</summary>
    public IReadOnlyDictionary<int, QueueEntry> Ended { get; init; } = new Dictionary<int, QueueEntry>();

    /// <summary>What a queue's answer says of the elements of a sweep.</summary>
    /// <param name="sweep">The sweep's name.</param>
    /// <param name="jobs">What was submitted.</param>
    /// <param name="answer">The answer.</param>
    public static QueueView Of(string sweep, SweepJobs jobs, QueueAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Entries is not { } entries)
            return new QueueView(null, answer.Unknown, answer.AskedAt);
        var found = (from entry in entries
                     where entry.Index is not null
                     let job = jobs.Jobs.LastOrDefault(j => j.Id == entry.ArrayId || (j.Id is null && entry.Comment == Submission.CommentOf(sweep, j.Token)))
                     where job is not null
                     select (Element: entry.Index!.Value + job.Offset, Entry: entry)).ToList();
        return new QueueView(found.Where(f => !f.Entry.IsOver).ToLookup(f => f.Element, f => f.Entry), null, answer.AskedAt)
        {
            Ended = found.Where(f => f.Entry.IsOver).GroupBy(f => f.Element).ToDictionary(g => g.Key, g => g.MaxBy(f => f.Entry.JobId).Entry),
        };
    }

    /// <summary>The elements of which it has nothing but jobs whose processes are just ending.</summary>
    public IReadOnlySet<int> Ending => (Entries ?? Enumerable.Empty<IGrouping<int, QueueEntry>>()).Where(g => g.All(e => e.State == SlurmStates.Completing)).Select(g => g.Key).ToHashSet();

    /// <summary>The jobs of an element that Slurm could not start, and holds.</summary>
    public IEnumerable<QueueEntry> HeldOf(int element) => Entries?[element].Where(e => e.IsHeld) ?? [];

    /// <summary>Whether the scheduler has an element.</summary>
    public bool Has(int element) => Entries is not null && Entries[element].Any();
}
