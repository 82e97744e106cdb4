namespace Unfold.Sweeps;

/// <summary>What Slurm's words for states mean.</summary>
public static class SlurmStates
{
    private static readonly string[] Over =
        ["COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "PREEMPTED", "BOOT_FAIL", "DEADLINE", "OUT_OF_MEMORY", "REVOKED"];

    /// <summary>A job that ends, or goes back into the queue: its processes may still be there.</summary>
    public const string Completing = "COMPLETING";

    /// <summary>Whether a job has ended. An unknown state is taken for one that has not: what runs must not be submitted again.</summary>
    public static bool IsOver(string state) => Over.Contains(state, StringComparer.Ordinal);
}
