namespace Unfold.Sweeps;

/// <summary>Arguments of sbatch that a profile may add, and why it may not add some.</summary>
internal static class ExtraArguments
{
    private static readonly string[] OfUnfold =
        ["--array", "--requeue", "--no-requeue", "--open-mode", "--signal", "--output", "--error", "--job-name", "--comment", "--parsable", "--wrap"];

    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["--partition"] = "say it with 'partition'",
        ["--account"] = "say it with 'account'",
        ["--qos"] = "say it with 'qos'",
        ["--time"] = "say it with 'time'",
        ["--gres"] = "say it with 'gres'",
        ["--cpus-per-task"] = "say it with 'cpus'",
        ["--mem"] = "say it with 'memory'",
        ["--constraint"] = "say it with 'constraint'",
        ["--clusters"] = "set SLURM_CLUSTERS in the environment, which the other commands read too",
        ["--wait"] = "Unfold waits itself",
        ["--test-only"] = "'--dry-run' shows the script",
    };

    /// <summary>Why an argument is refused; null where it is not.</summary>
    public static string? Problem(string argument)
    {
        var name = argument.Split('=', 2)[0];
        if (!argument.StartsWith("--", StringComparison.Ordinal) || name.Length <= 2 || name.Any(char.IsWhiteSpace))
            return $"'extra' cannot have '{argument}'; an argument of sbatch is one text that starts with --, as in \"--nice=100\"";
        // sbatch takes an option by the beginning of its name.
        if (OfUnfold.FirstOrDefault(o => o.StartsWith(name, StringComparison.Ordinal)) is { } own)
            return $"'extra' cannot have '{argument}'; Unfold sets {own} itself";
        return Otherwise.TryGetValue(name, out var instead) ? $"'extra' cannot have '{argument}'; {instead}" : null;
    }
}
