namespace Unfold.Sweeps;

/// <summary>A job's end on request: whether it asks to be put back into the queue, and why it was stopped, for the records of its cells.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="slurm">The cluster.</param>
/// <param name="signalSeconds">Seconds before its time limit at which a job is warned.</param>
/// <param name="maxTimeouts">Times that a cell may run into its time limit.</param>
public sealed class JobStop(SweepFolder sweep, ISlurm slurm, int signalSeconds, int maxTimeouts)
{
    // What a cancelled or preempted job says of itself is no longer this: then Slurm has decided what becomes of it.
    private const string Running = "RUNNING";

    // A controller that is down may be back before the job's time is over.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    // Slurm warns up to a minute early.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Waits, between two questions to a controller that is down; for tests. The state of the cells is saved, and nothing else is to be done meanwhile.</summary>
    internal Action<TimeSpan> Wait { get; init; } = span => Task.Delay(span).Wait();

    /// <summary>Handles it, when the state of the cells is saved.</summary>
    /// <param name="job">What Slurm calls the job, such as <c>263_4</c>.</param>
    /// <param name="cells">Its cells.</param>
    /// <returns>What was done, in words.</returns>
    public string Handle(string job, IReadOnlyList<SweepCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var asked = Clock.GetUtcNow();
        var until = asked + TimeSpan.FromSeconds(signalSeconds) - Reserve;
        if (Show(job, until) is not { } shown)
            return $"Slurm does not say how job {job} stands: it is not put back into the queue from here ('unfold sweep watch' submits it again)";
        var answered = Clock.GetUtcNow();
        if (shown.JobState != Running)
            return $"job {job} is {shown.JobState}: Slurm has decided what becomes of it";
        if (SweepCancellation.IsSet(sweep))
            return $"the sweep was cancelled: job {job} does not go back into the queue";
        var open = CellStandings.Of(sweep, cells).Where(s => !s.HasEnded && s.State is not (CellState.Failed or CellState.Damaged)).Select(s => s.Cell).ToList();
        if (open.Count == 0)
            return $"job {job} has nothing left to do";
        var isTimeout = shown is { TimeLimit: { } limit, RunTime: { } time } && limit - (time - (answered - asked)) <= TimeSpan.FromSeconds(signalSeconds) + Early;
        var records = open.ConvertAll(cell => CellRecord.Change(sweep, cell, r => isTimeout ? r with { Timeouts = r.Timeouts + 1 } : r with { Preemptions = r.Preemptions + 1 }));
        if (isTimeout && records.TrueForAll(r => r.Timeouts > maxTimeouts))
        {
            foreach (var cell in open)
                CellRecord.Change(sweep, cell, r => r with { Error = $"UFS008: ran into the time limit {r.Timeouts} times; raise 'time' or 'maxTimeouts' in the site's profile" });
            return $"job {job} has run into its time limit {records[0].Timeouts} times: given up";
        }

        return Requeue(job, until) is { IsGood: false } refused
            ? $"job {job} could not be put back into the queue: {refused.Complaint}"
            : $"job {job} goes back into the queue{(isTimeout ? $" (its time is over, {records[0].Timeouts} of {maxTimeouts})" : "")}";
    }

    private ScontrolJob? Show(string job, DateTimeOffset until)
    {
        while (true)
        {
            if (slurm.ShowJob(job) is { } shown)
                return shown;
            if (!HasWaited(until))
                return null;
        }
    }

    private CommandResult Requeue(string job, DateTimeOffset until)
    {
        while (true)
        {
            var answer = slurm.Requeue(job);
            if (!answer.IsLost || !HasWaited(until))
                return answer;
            if (SweepCancellation.IsSet(sweep))
                return new CommandResult(-1, "", "the sweep was cancelled meanwhile", TimedOut: false);
            // The answer alone was lost.
            if (slurm.ShowJob(job) is { JobState: not Running })
                return new CommandResult(0, "", "", TimedOut: false);
        }
    }

    private bool HasWaited(DateTimeOffset until)
    {
        if (Clock.GetUtcNow() + Pause > until)
            return false;
        Wait(Pause);
        return true;
    }
}
