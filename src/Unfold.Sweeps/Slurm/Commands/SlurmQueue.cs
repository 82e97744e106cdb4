namespace Unfold.Sweeps;

/// <summary>One squeue for all jobs of a sweep, and not too often.</summary>
internal sealed class SlurmQueue(Func<string, IReadOnlyList<string>, CommandResult> run, SlurmSetup setup)
{
    private readonly RateLimit _limit = new(setup.QueuePause, setup.Clock);
    private readonly Dictionary<string, QueueAnswer> _last = new(StringComparer.Ordinal);

    /// <summary>The jobs of a name; the answer before, where it is too early for another question.</summary>
    public QueueAnswer Ask(string jobName)
    {
        if (_limit.TryPass())
            return _last[jobName] = Look(jobName);
        return _last.GetValueOrDefault(jobName) ?? AskAnew(jobName);
    }

    /// <summary>The jobs of a name now; waits until a question may be asked.</summary>
    public QueueAnswer AskAnew(string jobName)
    {
        while (!_limit.TryPass())
            setup.Wait(_limit.Left);
        return _last[jobName] = Look(jobName);
    }

    private QueueAnswer Look(string jobName)
    {
        var asked = setup.Clock.GetUtcNow();
        // Not --array: of elements 0,2,4 that wait together, Slurm 22.05 leaves out the last.
        var answer = run("squeue", ["--noheader", "--states=all", "--name", jobName, "--format", SqueueOutput.FormatWithComment]);
        if (answer.TimedOut)
            return new QueueAnswer(asked, null, $"squeue did not answer in {setup.Timeout.TotalSeconds:0} seconds");
        if (answer.IsGood)
            return new QueueAnswer(asked, SqueueOutput.Parse(answer.Out), null);
        return SlurmCommands.IsUnknownJob(answer) ? new QueueAnswer(asked, [], null) : new QueueAnswer(asked, null, answer.Complaint.ReplaceLineEndings("; "));
    }
}
