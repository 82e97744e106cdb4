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
        var log = CellLogs.OfJob(sweep, job.Name);
        var said = LogLine.OfError(log) is { } line ? $": {line}" : "";
        return $"job {job.Name} is {job.State}{(job.Reason is "None" or "" ? "" : $" ({job.Reason})")}; {SweepFiles.Logs}/{Path.GetFileName(log)}{said}";
    }
}
