namespace Unfold.Sweeps;

/// <summary>A Slurm cluster.</summary>
public interface ISlurm
{
    /// <summary>What the site says of itself; null where it does not answer.</summary>
    ScontrolConfig? Config();

    /// <summary>Submits an array.</summary>
    /// <exception cref="SweepException">UFS012 refused, UFS013 nobody knows whether it was accepted.</exception>
    SubmittedJob Submit(Submission submission);

    /// <summary>All of one's own jobs of a name, those that ended a short while ago included. Never throws: a cluster that is down is an answer.</summary>
    QueueAnswer Queue(string jobName);

    /// <summary>What the accounting knows of jobs, whenever they ended; null where the site has none or it does not answer. A job that it does not list may only be too new.</summary>
    IReadOnlyList<AccountedJob>? Accounting(IReadOnlyCollection<int> ids);

    /// <summary>Cancels jobs or elements of arrays, such as <c>263</c> and <c>263_4</c>.</summary>
    CommandResult Cancel(IReadOnlyCollection<string> jobs);

    /// <summary>Puts a running job back into the queue: its process is told to end at once.</summary>
    CommandResult Requeue(string job);

    /// <summary>Lets jobs start that Slurm holds, such as <c>263_4</c>.</summary>
    CommandResult Release(IReadOnlyCollection<string> jobs);

    /// <summary>A job or an element of an array; null where Slurm does not know it any more or does not answer.</summary>
    ScontrolJob? ShowJob(string job);
}
