namespace Unfold.Sweeps;

/// <summary>The environment of Slurm's commands: what would change their output, or what Unfold says itself, is taken out.</summary>
internal static class SlurmEnvironment
{
    // sbatch prefers the environment to the script, and the profile is to say all.
    private static readonly string[] OfCommands = ["SBATCH_", "SQUEUE_", "SACCT_", "SCANCEL_", "SCONTROL_"];

    // Which cluster is meant. The rest of SLURM_* is a job's, where Unfold itself was started in one: not that of the jobs that it submits.
    private static readonly string[] OfTheSite = ["SLURM_CONF", "SLURM_CONF_SERVER", "SLURM_CLUSTERS"];

    public static void Clear(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsInTheWay).ToList())
            environment.Remove(name);
        // No index of an array is left out, and times are those that are read.
        environment["SLURM_BITSTR_LEN"] = "0";
        environment["SLURM_TIME_FORMAT"] = "standard";
    }

    private static bool IsInTheWay(string name) =>
        OfCommands.Any(p => name.StartsWith(p, StringComparison.Ordinal))
        || (name.StartsWith("SLURM_", StringComparison.Ordinal) && !OfTheSite.Contains(name, StringComparer.Ordinal));
}
