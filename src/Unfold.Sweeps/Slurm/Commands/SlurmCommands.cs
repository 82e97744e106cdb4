using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>A Slurm cluster through its commands.</summary>
public sealed class SlurmCommands : ISlurm
{
    // Slurm's own way to say that it does not know a job any more.
    private const string UnknownJob = "Invalid job id";
    private const string NoAccounting = "disabled";

    // Nodes may have the one without the other.
    private static readonly string[] Programs = ["sbatch", "scontrol"];

    // A command line has a length.
    private const int MostJobsOfACommand = 500;

    private readonly Func<string, IReadOnlyList<string>, CommandResult> _run;
    private readonly SlurmQueue _queue;
    private readonly SbatchCommand _sbatch;
    private bool _hasAccounting = true;

    internal SlurmCommands(SlurmSetup setup)
    {
        _run = setup.Run ?? new CommandRunner(setup.Environment, setup.Timeout).Run;
        _queue = new SlurmQueue(_run, setup);
        _sbatch = new SbatchCommand(_run, _queue, setup);
    }

    /// <summary>The cluster that this machine's commands speak to.</summary>
    /// <param name="setup">How they are run; null: as everywhere.</param>
    /// <exception cref="SweepException">UFS011.</exception>
    public static SlurmCommands Find(SlurmSetup? setup = null)
    {
        var used = setup ?? new SlurmSetup();
        var path = used.Environment.TryGetValue("PATH", out var own) ? own : Environment.GetEnvironmentVariable("PATH");
        if ((path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => Programs.Any(p => File.Exists(Path.Combine(folder, p)))))
            return new SlurmCommands(used);
        throw new SweepException("UFS011", "there is no Slurm here: sbatch is not in any folder of PATH", "run it on a machine that submits jobs (a login node), or load the site's module for Slurm; a sweep runs on this machine without one");
    }

    /// <inheritdoc />
    public ScontrolConfig? Config() => _run("scontrol", ["show", "config"]) is { IsGood: true } answer ? ScontrolConfig.Parse(answer.Out) : null;

    /// <inheritdoc />
    public SubmittedJob Submit(Submission submission) => _sbatch.Submit(submission);

    /// <inheritdoc />
    public QueueAnswer Queue(string jobName) => _queue.Ask(jobName);

    /// <inheritdoc />
    public IReadOnlyList<AccountedJob>? Accounting(IReadOnlyCollection<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var jobs = new List<AccountedJob>();
        foreach (var some in ids.Select(i => i.ToString(CultureInfo.InvariantCulture)).Chunk(MostJobsOfACommand))
        {
            if (!_hasAccounting)
                return null;
            var answer = _run("sacct", ["-X", "-P", "-n", "-o", SacctOutput.Fields, "-j", string.Join(',', some)]);
            if (!answer.IsGood)
            {
                // A database that is down may be up again; a site without one stays without.
                _hasAccounting = !answer.Complaint.Contains(NoAccounting, StringComparison.OrdinalIgnoreCase);
                return null;
            }

            jobs.AddRange(SacctOutput.Parse(answer.Out));
        }

        return jobs;
    }

    /// <inheritdoc />
    public CommandResult Cancel(IReadOnlyCollection<string> jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return Several(jobs, some => _run("scancel", some));
    }

    /// <inheritdoc />
    public CommandResult Requeue(string job) => _run("scontrol", ["requeue", job]);

    /// <inheritdoc />
    public CommandResult Release(IReadOnlyCollection<string> jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return Several(jobs, some => _run("scontrol", ["release", string.Join(',', some)]));
    }

    /// <inheritdoc />
    public ScontrolJob? ShowJob(string job) => _run("scontrol", ["-o", "show", "job", job]) is { IsGood: true } answer ? ScontrolJob.Parse(answer.Out) : null;

    // The first that went wrong.
    private static CommandResult Several(IReadOnlyCollection<string> jobs, Func<string[], CommandResult> run)
    {
        var results = jobs.Chunk(MostJobsOfACommand).Select(run).ToList();
        return results.Find(r => !r.IsGood) ?? results.LastOrDefault() ?? new CommandResult(0, "", "", TimedOut: false);
    }

    internal static bool IsUnknownJob(CommandResult answer) => answer.Error.Contains(UnknownJob, StringComparison.OrdinalIgnoreCase);
}
