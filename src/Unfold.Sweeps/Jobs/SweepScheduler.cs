using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>A sweep on a cluster: gives its cells to Slurm. Each method is for the holder of the sweep's lock (<see cref="RunLock"/>).</summary>
public sealed class SweepScheduler
{
    // Slurm's own default.
    private const int UsualArraySize = 1001;

    private readonly SweepFolder _sweep;
    private readonly SiteProfile _profile;
    private readonly ISlurm? _slurm;
    private readonly JobElements _elements;

    /// <param name="sweep">The sweep.</param>
    /// <param name="profile">The site's profile.</param>
    /// <param name="slurm">The cluster; null where nothing is to be submitted.</param>
    /// <exception cref="SweepException">UFS014: the sweep was submitted with another pack.</exception>
    public SweepScheduler(SweepFolder sweep, SiteProfile profile, ISlurm? slurm)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(profile);
        (_sweep, _profile, _slurm) = (sweep, profile, slurm);
        if (SweepJobs.Read(sweep).Pack is { } pack && pack != profile.Pack)
            throw new SweepException("UFS014", $"the sweep {sweep.Id} was submitted with pack {pack}, and the profile says {profile.Pack}: its elements would be other cells", $"set \"pack\": {pack}, or begin a sweep in another folder (--sweeps)");
        _elements = new JobElements(sweep.Plan, profile.Pack);
    }

    private ISlurm Slurm => _slurm ?? throw new InvalidOperationException("without a cluster nothing is submitted");

    /// <summary>The elements of its arrays.</summary>
    public JobElements Elements => _elements;

    /// <summary>What the cluster has of the sweep now.</summary>
    public QueueView Look() => QueueView.Of(_sweep.Id, SweepJobs.Read(_sweep), Slurm.Queue(_sweep.Id));

    /// <summary>Submits what is wanted of the cells and neither has ended, nor runs, nor is in the queue.</summary>
    /// <param name="standings">How the cells stand.</param>
    /// <param name="isWanted">Which cells.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <exception cref="SweepException">UFS012: refused; UFS013: nobody knows whether it was accepted; UFS015: the cluster does not say what it has.</exception>
    public SubmitOutcome Submit(IReadOnlyList<CellStanding> standings, Func<CellStanding, bool> isWanted, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(queue);
        Require(queue);
        return Submit(standings, isWanted, queue, new HashSet<int>(), _ => { });
    }

    /// <summary>
    /// Submits all cells that have neither ended, nor run, nor are in the queue, since somebody asks for it: the sweep is no longer cancelled, and it is forgotten how often
    /// cells were lost, or ran out of time. Jobs that Slurm could not start, and holds, are released. Jobs that were cancelled and are just ending do not count: the new ones wait for them.
    /// </summary>
    /// <param name="standings">How the cells stand.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <exception cref="SweepException">As <see cref="Submit(IReadOnlyList{CellStanding}, Func{CellStanding, bool}, QueueView)"/>.</exception>
    public SubmitOutcome SubmitAfresh(IReadOnlyList<CellStanding> standings, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(queue);
        Require(queue);
        Release([.. Enumerable.Range(0, _elements.Count)], queue);
        // Others that are ending may be on their way back into the queue.
        var ending = SweepCancellation.IsSet(_sweep) ? queue.Ending : new HashSet<int>();
        SweepCancellation.Lift(_sweep);
        return Submit(standings, _ => true, queue, ending, Forget);
    }

    private void Require(QueueView queue)
    {
        if (queue.Unknown is { } why && !SweepJobs.Read(_sweep).IsEmpty)
            throw new SweepException("UFS015", $"the cluster does not say what it has of the sweep {_sweep.Id}: {why}", "try again when its controller answers: what was submitted before goes on");
    }

    private SubmitOutcome Submit(IReadOnlyList<CellStanding> standings, Func<CellStanding, bool> isWanted, QueueView queue, IReadOnlySet<int> ending, Action<IReadOnlyList<int>> prepare)
    {
        var open = standings.Where(s => !s.HasEnded && (s.State != CellState.Running || ending.Contains(_elements.Of(s.Cell))) && isWanted(s)).Select(s => _elements.Of(s.Cell)).Distinct().Order().ToList();
        var queued = open.Where(e => queue.Has(e) && !ending.Contains(e)).ToList();
        var wanted = open.Except(queued).ToList();
        var room = _profile.SubmitLimit is { } limit ? Math.Max(0, limit - (queue.Entries?.Sum(g => g.Count()) ?? 0)) : int.MaxValue;
        var now = wanted.Take(room).ToList();
        // Before the jobs begin, who write the same records.
        prepare(now);
        var jobs = now.Count == 0 ? [] : Submit(now, queue);
        return new SubmitOutcome(jobs, now.Count, queued.Count, wanted.Count - now.Count);
    }

    /// <summary>The sbatch commands of a submission, for people.</summary>
    public IEnumerable<string> Commands(string script)
    {
        var elements = Enumerable.Range(0, _elements.Count).ToList();
        return elements.GroupBy(_elements.LevelOf).SelectMany(level => Chunks([.. level]).Select(chunk => Shell.Command(["sbatch", "--parsable", $"--array={chunk.Expression}", .. level.Key > 0 ? ["--dependency=afterany:<the arrays above>"] : Array.Empty<string>(), script, .. chunk.ScriptArguments])));
    }

    private List<JobRecord> Submit(List<int> elements, QueueView queue)
    {
        var submitted = new List<JobRecord>();
        var above = new List<int>();
        foreach (var level in elements.GroupBy(_elements.LevelOf).OrderBy(g => g.Key))
        {
            var waitsFor = above.Concat(queue.Entries?.Where(g => _elements.LevelOf(g.Key) < level.Key || level.Contains(g.Key)).SelectMany(g => g.Select(e => e.ArrayId)) ?? []).Distinct().Order().Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
            foreach (var chunk in Chunks([.. level]))
            {
                submitted.Add(Submit(chunk, waitsFor, submitted));
                above.Add(submitted[^1].Id!.Value);
            }
        }

        return submitted;
    }

    private IReadOnlyList<ArrayChunk> Chunks(IReadOnlyList<int> elements)
    {
        var site = _profile.MaxArraySize is null ? _slurm?.Config() : null;
        return ArrayChunks.Of(elements, _profile.MaxArraySize ?? site?.MaxArraySize ?? UsualArraySize, site?.MaxArrayTasks, _profile.Parallelism);
    }

    // Written down before it is asked for: an answer that is lost, or a process that is killed, leaves the token to find the jobs by.
    private JobRecord Submit(ArrayChunk chunk, List<string> waitsFor, List<JobRecord> before)
    {
        var submission = new Submission(Path.Combine(_sweep.Path, SubmitScript.FileName), _sweep.Id, chunk)
        {
            Arguments = waitsFor.Count > 0 ? [$"--dependency=afterany:{string.Join(':', waitsFor)}"] : [],
        };
        var record = new JobRecord { Token = submission.Token, Offset = chunk.Offset, Array = IndexRanges.Write(chunk.Indices), Submitted = Clock.Now() };
        Change(jobs => jobs with { Pack = _profile.Pack, Jobs = [.. jobs.Jobs, record] });
        try
        {
            var job = Slurm.Submit(submission);
            var accepted = record with { Id = job.Id, Cluster = job.Cluster };
            Change(jobs => jobs with { Jobs = [.. jobs.Jobs.Select(j => j.Token == record.Token ? accepted : j)] });
            return accepted;
        }
        catch (SweepException refused) when (refused.Code == "UFS012")
        {
            Change(jobs => jobs.Jobs.Where(j => j.Token != record.Token).ToList() is { Count: > 0 } left ? jobs with { Jobs = left } : jobs with { Jobs = [], Pack = null });
            if (before.Count == 0)
                throw;
            throw new SweepException("UFS012", $"{refused.Message}; before that {before.Count} of the arrays were accepted: {string.Join(", ", before.Select(b => b.Id))}", refused.Mend, refused);
        }
    }

    /// <summary>The elements that the accounting has as not ended; null where the site has none, or it does not answer.</summary>
    public IReadOnlySet<int>? Accounted()
    {
        var jobs = SweepJobs.Read(_sweep).Jobs.Where(j => j.Id is not null).ToDictionary(j => j.Id!.Value);
        return Slurm.Accounting(jobs.Keys) is { } accounted
            ? accounted.Where(a => a.Index is not null && !SlurmStates.IsOver(a.State) && jobs.ContainsKey(a.ArrayId)).Select(a => a.Index!.Value + jobs[a.ArrayId].Offset).ToHashSet()
            : null;
    }

    /// <summary>Lets jobs start that Slurm could not start, and holds.</summary>
    /// <param name="elements">Their elements.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="SweepException">UFS012: Slurm refused.</exception>
    public bool Release(IReadOnlyList<int> elements, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(queue);
        var jobs = elements.SelectMany(queue.HeldOf).Select(j => j.Name).ToList();
        if (jobs.Count > 0 && Slurm.Release(jobs) is { IsGood: false } refused)
            throw new SweepException("UFS012", $"Slurm refused to release jobs that it holds: {refused.Complaint}", "'squeue --me' shows them; those of an administrator are for the administrator to release");
        return jobs.Count > 0;
    }

    /// <summary>Cancels jobs.</summary>
    /// <param name="jobs">Their names, such as <c>263_4</c>.</param>
    /// <exception cref="SweepException">UFS012: Slurm refused.</exception>
    public void Cancel(IReadOnlyCollection<string> jobs)
    {
        if (Slurm.Cancel(jobs) is { IsGood: false } refused)
            throw new SweepException("UFS012", $"Slurm refused to cancel: {refused.Complaint}", "see 'squeue --me'");
    }

    /// <summary>Counts that cells were lost and submitted again.</summary>
    internal void CountResubmission(IReadOnlyList<SweepCell> cells) => Change(jobs =>
    {
        var more = new SortedDictionary<int, int>(jobs.Resubmissions.ToDictionary(c => c.Key, c => c.Value));
        foreach (var cell in cells)
            more[cell.Index] = more.GetValueOrDefault(cell.Index) + 1;
        return jobs with { Resubmissions = more };
    });

    private void Forget(IReadOnlyList<int> elements)
    {
        var cells = elements.SelectMany(e => _elements[e]).ToList();
        foreach (var cell in cells)
            CellRecord.Change(_sweep, cell, r => r with { Timeouts = 0, Error = null });
        var indices = cells.Select(c => c.Index).ToHashSet();
        Change(jobs => jobs with { Resubmissions = new SortedDictionary<int, int>(jobs.Resubmissions.Where(r => !indices.Contains(r.Key)).ToDictionary(r => r.Key, r => r.Value)) });
    }

    private void Change(Func<SweepJobs, SweepJobs> change) => change(SweepJobs.Read(_sweep)).Write(_sweep);
}
