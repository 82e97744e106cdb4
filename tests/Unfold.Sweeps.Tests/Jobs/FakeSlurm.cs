namespace Unfold.Sweeps.Tests;

/// <summary>A cluster that does what a test says.</summary>
internal sealed class FakeSlurm : ISlurm
{
    private int _last = 100;

    public List<Submission> Submitted { get; } = [];

    public List<string> Requeued { get; } = [];

    public List<string> Cancelled { get; } = [];

    public List<string> Released { get; } = [];

    public bool IsReleaseRefused { get; set; }

    public List<QueueEntry> Entries { get; } = [];

    public string? Down { get; set; }

    public int Questions { get; private set; }

    /// <summary>Whether every question is asked anew; else each gets the answer before, with its time.</summary>
    public bool IsAsked { get; set; } = true;

    /// <summary>A clock in place of counting.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>What the accounting has; null for a site without one.</summary>
    public List<AccountedJob>? Accounts { get; set; }

    private DateTimeOffset Now => Clock?.GetUtcNow() ?? DateTimeOffset.UnixEpoch.AddSeconds(IsAsked ? 10 * Questions : 0);

    public ScontrolJob? Job { get; set; }

    public Func<ScontrolJob?>? OnShowJob { get; set; }

    public Func<CommandResult>? OnRequeue { get; set; }

    /// <summary>In place of accepting a job.</summary>
    public Func<Submission, SubmittedJob>? OnSubmit { get; set; }

    public ScontrolConfig? Config() => Down is null ? new ScontrolConfig(MaxArraySize: 6, MaxArrayTasks: null) : null;

    public SubmittedJob Submit(Submission submission)
    {
        Submitted.Add(submission);
        return OnSubmit?.Invoke(submission) ?? Accept(submission);
    }

    public SubmittedJob Accept(Submission submission)
    {
        var id = ++_last;
        Entries.AddRange(submission.Chunk.Indices.Select(i => new QueueEntry(id, i, "PENDING", "Resources", id) { Comment = submission.Comment }));
        return new SubmittedJob(id);
    }

    public void Set(int index, string state, string? reason = null)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Index == index)
                Entries[i] = Entries[i] with { State = state, Reason = reason ?? Entries[i].Reason };
        }
    }

    public QueueAnswer Queue(string jobName)
    {
        Questions++;
        return Down is { } why ? new QueueAnswer(Now, null, why) : new QueueAnswer(Now, [.. Entries], null);
    }

    public IReadOnlyList<AccountedJob>? Accounting(IReadOnlyCollection<int> ids) => Accounts?.Where(a => ids.Contains(a.ArrayId)).ToList();

    public CommandResult Cancel(IReadOnlyCollection<string> jobs)
    {
        Cancelled.AddRange(jobs);
        return new CommandResult(0, "", "", TimedOut: false);
    }

    public CommandResult Release(IReadOnlyCollection<string> jobs)
    {
        Released.AddRange(jobs);
        return IsReleaseRefused ? new CommandResult(1, "", "Access/permission denied", TimedOut: false) : new CommandResult(0, "", "", TimedOut: false);
    }

    public CommandResult Requeue(string job)
    {
        Requeued.Add(job);
        return OnRequeue?.Invoke() ?? new CommandResult(0, "", "", TimedOut: false);
    }

    public ScontrolJob? ShowJob(string job) => OnShowJob is null ? Job : OnShowJob();
}
