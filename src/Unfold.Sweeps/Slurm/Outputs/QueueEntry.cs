namespace Unfold.Sweeps;

/// <summary>A job, or an element of an array, as squeue has it; for some minutes after its end too (MinJobAge).</summary>
/// <param name="ArrayId">The array's id, or the job's own.</param>
/// <param name="Index">The element's index; null for a job that is no array.</param>
/// <param name="State">Its state in Slurm's words: <c>PENDING</c>, <c>RUNNING</c>, <c>COMPLETED</c> ….</param>
/// <param name="Reason">Why it waits or ended so.</param>
/// <param name="JobId">Its own id, once it has one; elements that wait have the array's.</param>
public sealed record QueueEntry(int ArrayId, int? Index, string State, string Reason, int JobId)
{
    /// <summary>The comment; empty where it was not asked for.</summary>
    public string Comment { get; init; } = "";

    /// <summary>What Slurm's commands call it: <c>263_4</c>, or <c>263</c>.</summary>
    public string Name => SlurmIds.Of(ArrayId, Index);

    /// <summary>Whether Slurm could not start it, and starts it no more until somebody says so. After a crash of the controller that meets jobs that it started and forgot.</summary>
    public bool IsHeld => State == "PENDING" && Reason.Replace('_', ' ') == "launch failed requeued held";

    /// <summary>Whether it is over: no state that Slurm may still run or requeue.</summary>
    public bool IsOver => SlurmStates.IsOver(State);
}
