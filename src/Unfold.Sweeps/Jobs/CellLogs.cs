namespace Unfold.Sweeps;

/// <summary>Where the attempts of a sweep's cells wrote: outputs of jobs, and logs of their own processes.</summary>
public sealed class CellLogs
{
    private readonly SweepFolder _sweep;
    private readonly JobElements? _elements;
    private readonly ILookup<int, string> _jobs;

    /// <param name="sweep">The sweep.</param>
    /// <exception cref="SweepException">UFS002: its jobs.json is damaged.</exception>
    public CellLogs(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        _sweep = sweep;
        var jobs = SweepJobs.Read(sweep);
        _elements = jobs.Pack is { } pack ? new JobElements(sweep.Plan, pack) : null;
        _jobs = (from job in jobs.Jobs
                 where job.Id is not null
                 from element in job.Elements
                 select (Element: element, Name: SlurmIds.Of(job.Id!.Value, element - job.Offset))).ToLookup(j => j.Element, j => j.Name);
    }

    /// <summary>The output of a job.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="job">What Slurm calls the job, such as <c>263_4</c>.</param>
    public static string OfJob(SweepFolder sweep, string job)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return Path.Combine(sweep.Path, SweepFiles.Logs, $"{job}.out");
    }

    /// <summary>Where a cell's last attempt wrote; null where none did.</summary>
    public string? LastOf(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return (_elements is null ? [] : _jobs[_elements.Of(cell)]).Select(job => OfJob(_sweep, job)).Append(_sweep.LogOf(cell)).Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc);
    }
}
