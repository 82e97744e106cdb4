using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>What became of a cell's last job, where its run's folder cannot know: a line of the set-up that failed, a node that was lost.</summary>
public static class JobNote
{
    /// <summary>Slurm's word for it and the last line that the job wrote; null where there is nothing to say.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="elements">The elements of its arrays.</param>
    /// <param name="standing">The cell.</param>
    /// <param name="queue">What the scheduler has.</param>
    public static string? Of(SweepFolder sweep, JobElements elements, CellStanding standing, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(queue);
        if (standing.State is not (CellState.Waiting or CellState.Lost or CellState.Interrupted) || !queue.Ended.TryGetValue(elements.Of(standing.Cell), out var job))
            return null;
        var said = LogLine.OfError(LogOf(sweep, job)) is { } line ? $": {line}" : "";
        return $"job {job.Name} is {job.State}{(job.Reason is "None" or "" ? "" : $" ({job.Reason})")}; {SweepFiles.Logs}/{Path.GetFileName(LogOf(sweep, job))}{said}";
    }

    /// <summary>Where a cell's last attempt wrote: its job's output, or the log of its own process; null where there is neither.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="cell">The cell.</param>
    public static string? LastLogOf(SweepFolder sweep, SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(cell);
        var jobs = SweepJobs.Read(sweep);
        var element = jobs.Pack is { } pack ? new JobElements(sweep.Plan, pack).Of(cell) : -1;
        return jobs.Jobs.Where(j => j.Id is not null && j.Elements.Contains(element))
            .Select(j => LogOf(sweep, SlurmIds.Of(j.Id!.Value, element - j.Offset)))
            .Append(sweep.LogOf(cell))
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc);
    }

    private static string LogOf(SweepFolder sweep, QueueEntry job) => LogOf(sweep, job.Name);

    private static string LogOf(SweepFolder sweep, string job) => Path.Combine(sweep.Path, SweepFiles.Logs, string.Create(CultureInfo.InvariantCulture, $"{job}.out"));
}
