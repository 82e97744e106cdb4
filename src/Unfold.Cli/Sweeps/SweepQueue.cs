using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What a cluster has of a sweep, for those who only look.</summary>
internal sealed class SweepQueue
{
    private readonly SweepFolder _sweep;
    private readonly JobElements _elements;
    private readonly QueueView? _view;

    private SweepQueue(SweepFolder sweep, JobElements elements, QueueView? view) => (_sweep, _elements, _view) = (sweep, elements, view);

    /// <summary>Why nothing is known of what waits, though the sweep was submitted; else null.</summary>
    public string? Unknown => _view?.Unknown;

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

    /// <summary>Asks the cluster, for a sweep that was submitted.</summary>
    public static SweepQueue Look(CliContext context, SweepFolder sweep)
    {
        var jobs = SweepJobs.Read(sweep);
        return new SweepQueue(sweep, new JobElements(sweep.Plan, jobs.Pack ?? 1), jobs.IsEmpty ? null : View(context, sweep, jobs));
    }

    /// <summary>Marks the cells that wait in the queue.</summary>
    public IReadOnlyList<CellStanding> Mark(IReadOnlyList<CellStanding> standings) => _view is null ? standings : QueuedStandings.Of(standings, _elements, _view);

    /// <summary>What became of the last jobs of cells that neither run nor wait, in lines.</summary>
    public IEnumerable<string> Notes(IReadOnlyList<CellStanding> standings) =>
        _view is null ? [] : from standing in standings
                             let note = JobNote.Of(_sweep, _elements, standing, _view)
                             where note is not null
                             select $"not in the queue: {CellRun.Label(standing.Cell)}: {note}";

    // Folders are read on any machine.
    private static QueueView View(CliContext context, SweepFolder sweep, SweepJobs jobs) => Cluster(context) is { } slurm
        ? QueueView.Of(sweep.Id, jobs, new CachedQueue(sweep, slurm, TimeProvider.System).Queue(sweep.Id))
        : new QueueView(null, "there is no Slurm here", default);
}
