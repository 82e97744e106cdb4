using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>A job as <c>scontrol -o show job</c> has it.</summary>
/// <param name="JobId">Its own id.</param>
/// <param name="ArrayJobId">The array's id; null for a job that is no array.</param>
/// <param name="ArrayTaskId">The element's index; null for a job that is no array, and for elements that still wait together.</param>
/// <param name="JobState">Its state in Slurm's words.</param>
/// <param name="Reason">Why it waits or ended so.</param>
/// <param name="RunTime">How long it has run since it was started last.</param>
/// <param name="TimeLimit">How long it may; null where there is no limit.</param>
/// <param name="EndTime">When it ended or will at the latest, as Slurm writes it in the site's time; null where that is unknown.</param>
/// <param name="Restarts">How often it was requeued.</param>
/// <param name="Requeue">Whether it may be.</param>
public sealed record ScontrolJob(
    int JobId, int? ArrayJobId, int? ArrayTaskId, string JobState, string Reason, TimeSpan? RunTime, TimeSpan? TimeLimit, string? EndTime, int Restarts, bool Requeue)
{
    /// <summary>Reads the command's output: the first of its jobs, one a line; null where there is none.</summary>
    public static ScontrolJob? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = ScontrolFields.Of(text.Split('\n').FirstOrDefault(l => l.TrimStart().StartsWith("JobId=", StringComparison.Ordinal)) ?? "");
        if (Number(fields.GetValueOrDefault("JobId")) is not { } id || fields.GetValueOrDefault("JobState") is not { } state)
            return null;
        return new ScontrolJob(
            id,
            Number(fields.GetValueOrDefault("ArrayJobId")),
            Number(fields.GetValueOrDefault("ArrayTaskId")),
            state,
            fields.GetValueOrDefault("Reason") ?? "None",
            SlurmTime.Parse(fields.GetValueOrDefault("RunTime") ?? ""),
            SlurmTime.Parse(fields.GetValueOrDefault("TimeLimit") ?? ""),
            fields.GetValueOrDefault("EndTime") is { } end and not "Unknown" ? end : null,
            Number(fields.GetValueOrDefault("Restarts")) ?? 0,
            fields.GetValueOrDefault("Requeue") == "1");
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
