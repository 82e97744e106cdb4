namespace Unfold.Sweeps;

/// <summary>One squeue for all jobs of a sweep. How often it may be asked, <see cref="CachedQueue"/> minds.</summary>
internal sealed class SlurmQueue(Func<string, IReadOnlyList<string>, CommandResult> run, SlurmSetup setup)
{
    /// <summary>The jobs of a name.</summary>
    public QueueAnswer Ask(string jobName)
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
