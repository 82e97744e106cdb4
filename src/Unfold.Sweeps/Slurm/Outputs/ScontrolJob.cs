namespace Unfold.Sweeps;

/// <summary>A job as <c>scontrol -o show job</c> has it.</summary>
/// <param name="JobState">Its state in Slurm's words.</param>
/// <param name="RunTime">How long it has run since it was started last.</param>
/// <param name="TimeLimit">How long it may; null where there is no limit.</param>
/// <param name="Restarts">How often it was requeued.</param>
public sealed record ScontrolJob(string JobState, TimeSpan? RunTime, TimeSpan? TimeLimit, int Restarts)
{
    /// <summary>Reads the command's output: the first of its jobs, one a line; null where there is none.</summary>
    public static ScontrolJob? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = ScontrolFields.Of(text.Split('\n').FirstOrDefault(l => l.TrimStart().StartsWith("JobId=", StringComparison.Ordinal)) ?? "");
        return fields.GetValueOrDefault("JobState") is { } state
            ? new ScontrolJob(state, SlurmTime.Parse(fields.GetValueOrDefault("RunTime") ?? ""), SlurmTime.Parse(fields.GetValueOrDefault("TimeLimit") ?? ""), SlurmNumber.Parse(fields.GetValueOrDefault("Restarts")) ?? 0)
            : null;
    }
}
