using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What a cluster has of a sweep, for those who only look.</summary>
internal static class SweepQueue
{
    /// <summary>What it has; null for a sweep that was not submitted.</summary>
    public static QueueView? Look(CliContext context, SweepFolder sweep)
    {
        var jobs = SweepJobs.Read(sweep);
        if (jobs.IsEmpty)
            return null;
        try
        {
            return QueueView.Of(sweep.Id, jobs, new CachedQueue(sweep, context.Slurm(), TimeProvider.System).Queue(sweep.Id));
        }
        catch (SweepException absent) when (absent.Code == "UFS011")
        {
            // Folders are read on any machine.
            return new QueueView(null, absent.Message, default);
        }
    }

    /// <summary>Marks the cells that wait in the queue.</summary>
    public static IReadOnlyList<CellStanding> Mark(SweepFolder sweep, IReadOnlyList<CellStanding> standings, QueueView? queue) =>
        queue is null ? standings : QueuedStandings.Of(standings, new JobElements(sweep.Plan, SweepJobs.Read(sweep).Pack ?? 1), queue);
}
