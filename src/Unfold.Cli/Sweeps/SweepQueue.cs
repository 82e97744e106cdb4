using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What a cluster has of a sweep, for those who only look.</summary>
internal static class SweepQueue
{
    /// <summary>The cluster, or null where there is none here.</summary>
    public static ISlurm? Cluster(CliContext context)
    {
        try
        {
            return context.Slurm();
        }
        catch (SweepException absent) when (absent.Code == "UFS011")
        {
            return null;
        }
    }

    /// <summary>What it has; null for a sweep that was not submitted.</summary>
    public static QueueView? Look(CliContext context, SweepFolder sweep)
    {
        var jobs = SweepJobs.Read(sweep);
        if (jobs.IsEmpty)
            return null;
        // Folders are read on any machine.
        return Cluster(context) is { } slurm
            ? QueueView.Of(sweep.Id, jobs, new CachedQueue(sweep, slurm, TimeProvider.System).Queue(sweep.Id))
            : new QueueView(null, "there is no Slurm here", default);
    }

    /// <summary>Marks the cells that wait in the queue.</summary>
    public static IReadOnlyList<CellStanding> Mark(SweepFolder sweep, IReadOnlyList<CellStanding> standings, QueueView? queue) =>
        queue is null ? standings : QueuedStandings.Of(standings, Elements(sweep), queue);

    /// <summary>What became of the last jobs of cells that neither run nor wait, in lines.</summary>
    public static IEnumerable<string> Notes(SweepFolder sweep, IReadOnlyList<CellStanding> standings, QueueView? queue)
    {
        var elements = Elements(sweep);
        return queue is null ? [] : from standing in standings
                                    let note = JobNote.Of(sweep, elements, standing, queue)
                                    where note is not null
                                    select $"not in the queue: {CellRun.Label(standing.Cell)}: {note}";
    }

    private static JobElements Elements(SweepFolder sweep) => new(sweep.Plan, SweepJobs.Read(sweep).Pack ?? 1);
}
