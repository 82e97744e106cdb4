namespace Unfold.Sweeps;

/// <summary>sbatch, whose answer may be lost when its work is done: no element is submitted twice for that.</summary>
internal sealed class SbatchCommand(Func<string, IReadOnlyList<string>, CommandResult> run, SlurmQueue queue, SlurmSetup setup)
{
    // A controller that is overrun accepts a job some time after sbatch gave up.
    private const int Looks = 3;

    /// <exception cref="SweepException">UFS012, UFS013.</exception>
    public SubmittedJob Submit(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var answer = run("sbatch", Arguments(submission));
        if (answer.IsGood && SbatchOutput.Parse(answer.Out) is { } job)
            return job;
        var why = answer.TimedOut ? $"sbatch did not answer in {setup.Timeout.TotalSeconds:0} seconds" : answer.Complaint;
        if (answer.ExitCode != 0 && !answer.IsLost)
            throw new SweepException("UFS012", $"Slurm refused the jobs: {why}", "change the site's profile accordingly; 'sinfo' lists partitions and their limits, 'sacctmgr show associations user=$USER' accounts");
        return Found(submission, why);
    }

    private static List<string> Arguments(Submission submission) =>
    [
        "--parsable",
        $"--job-name={submission.Sweep}",
        $"--comment={submission.Comment}",
        $"--array={submission.Chunk.Expression}",
        .. submission.Arguments,
        submission.Script,
        .. submission.Chunk.ScriptArguments,
    ];

    private SubmittedJob Found(Submission submission, string why)
    {
        for (var look = 1; ; look++)
        {
            // The queue was asked before the submission too.
            setup.Wait(setup.QueuePause);
            var answer = queue.Ask(submission.Sweep);
            if (Accepted(answer, submission) is { } id)
                return new SubmittedJob(id);
            if (look < Looks)
                continue;
            throw answer.Entries is null
                ? Unknown($"{why}; and whether it accepted the jobs cannot be found out: {answer.Unknown}")
                : Unknown($"{why}; the queue does not show the jobs, and may yet");
        }
    }

    // The token in the comment is this submission's alone; elements that ended long ago may have left the queue.
    private static int? Accepted(QueueAnswer answer, Submission submission) => answer.Entries?
        .Where(e => e.Comment == submission.Comment && e.Index is { } index && submission.Chunk.Indices.Contains(index))
        .Select(e => (int?)e.ArrayId)
        .FirstOrDefault();

    private static SweepException Unknown(string message) =>
        new("UFS013", message, "wait until 'squeue --me' answers, then give the command again: jobs that were accepted are found by the sweep's name");
}
