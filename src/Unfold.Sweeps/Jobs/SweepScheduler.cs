using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>A sweep on a cluster: gives its cells to Slurm. Each method is for the holder of the sweep's lock (<see cref="RunLock"/>).</summary>
public sealed class SweepScheduler
{
    private static readonly Action Nothing = () => { };

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
        Script = Path.Combine(sweep.Path, SubmitScript.FileName);
    }

    /// <summary>The jobs' script; Slurm copies it.</summary>
    public string Script { get; init; }

    /// <summary>The elements of its arrays.</summary>
    public JobElements Elements => _elements;

    private ISlurm Slurm => _slurm ?? throw new InvalidOperationException("without a cluster nothing is submitted");

    /// <summary>What the cluster has of the sweep now.</summary>
    public QueueView Look() => QueueView.Of(_sweep.Id, SweepJobs.Read(_sweep), Slurm.Queue(_sweep.Id));

    /// <summary>Submits again what is wanted of the cells and neither has ended, nor runs, nor is in the queue.</summary>
    /// <param name="standings">How the cells stand.</param>
    /// <param name="isWanted">Which cells.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <param name="prepare">Called with the elements of each array before its jobs begin; what it returns takes that back where the array is refused. jobs.json goes back by itself.</param>
    /// <exception cref="SweepException">UFS012: refused; UFS013: nobody knows whether it was accepted; UFS015: the cluster does not say what it has; UFS016: cancelled meanwhile.</exception>
    public SubmitOutcome Submit(IReadOnlyList<CellStanding> standings, Func<CellStanding, bool> isWanted, QueueView queue, Func<IReadOnlyList<int>, Action>? prepare = null)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(queue);
        Require(queue);
        return Submit(standings, isWanted, queue, new HashSet<int>(), keepsRest: false, prepare ?? (_ => Nothing));
    }

    /// <summary>Submits what an earlier submission left.</summary>
    /// <param name="standings">How the cells stand.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <exception cref="SweepException">As <see cref="Submit(IReadOnlyList{CellStanding}, Func{CellStanding, bool}, QueueView, Func{IReadOnlyList{int}, Action}?)"/>.</exception>
    public SubmitOutcome SubmitLeft(IReadOnlyList<CellStanding> standings, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(queue);
        Require(queue);
        var left = SweepJobs.Read(_sweep).LeftElements.ToHashSet();
        // Somebody has asked for them.
        return Submit(standings, s => left.Contains(_elements.Of(s.Cell)), queue, new HashSet<int>(), keepsRest: true, new ForgottenTries(_sweep, _elements).Of);
    }

    /// <summary>
    /// Submits all cells that have neither ended, nor run, nor are in the queue, since somebody asks for it: it is forgotten how often cells were lost, or ran out of time, and
    /// jobs that Slurm could not start, and holds, are released. Where the site refuses all of it, jobs.json and the cells' records are as they were.
    /// </summary>
    /// <param name="standings">How the cells stand.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <param name="wasCancelled">Whether the sweep was cancelled before: its jobs that are just ending do not count, and the new ones wait for them.</param>
    /// <exception cref="SweepException">As <see cref="Submit(IReadOnlyList{CellStanding}, Func{CellStanding, bool}, QueueView, Func{IReadOnlyList{int}, Action}?)"/>.</exception>
    public SubmitOutcome SubmitAfresh(IReadOnlyList<CellStanding> standings, QueueView queue, bool wasCancelled)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(queue);
        Require(queue);
        var released = Release([.. Enumerable.Range(0, _elements.Count)], queue);
        var before = SweepJobs.Read(_sweep);
        // Others that are ending may be on their way back into the queue.
        var ending = wasCancelled ? queue.Ending : new HashSet<int>();
        try
        {
            return Submit(standings, _ => true, queue, ending, keepsRest: true, new ForgottenTries(_sweep, _elements).Of) with { Released = released };
        }
        catch (SweepException refused) when (refused.Code == "UFS012" && SweepJobs.Read(_sweep).Jobs.Count == before.Jobs.Count)
        {
            before.Write(_sweep);
            throw;
        }
    }

    /// <summary>The sbatch commands of a submission, for people.</summary>
    public IEnumerable<string> Commands(string script)
    {
        var elements = Enumerable.Range(0, _elements.Count).ToList();
        return elements.GroupBy(_elements.LevelOf).SelectMany(level => ArrayChunks.OfSite([.. level], _profile, _slurm).Select(chunk => Shell.Command(["sbatch", "--parsable", $"--array={chunk.Expression}", .. level.Key > 0 ? ["--dependency=afterany:<the arrays above>"] : Array.Empty<string>(), script, .. chunk.ScriptArguments])));
    }

    /// <summary>The elements that the accounting has as not ended; null where the site has none, or it does not answer.</summary>
    public IReadOnlySet<int>? Accounted()
    {
        // Of two arrays with one id, as after Slurm was installed anew, the last counts.
        var jobs = SweepJobs.Read(_sweep).Jobs.Where(j => j.Id is not null).GroupBy(j => j.Id!.Value).ToDictionary(g => g.Key, g => g.Last());
        return Slurm.Accounting(jobs.Keys) is { } accounted
            ? accounted.Where(a => a.Index is not null && !SlurmStates.IsOver(a.State) && jobs.ContainsKey(a.ArrayId)).Select(a => a.Index!.Value + jobs[a.ArrayId].Offset).ToHashSet()
            : null;
    }

    /// <summary>Lets jobs start that Slurm could not start, and holds.</summary>
    /// <param name="elements">Their elements.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="SweepException">UFS012: Slurm refused.</exception>
    public int Release(IReadOnlyList<int> elements, QueueView queue)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(queue);
        var jobs = elements.SelectMany(queue.HeldOf).Select(j => j.Name).ToList();
        if (jobs.Count > 0 && Slurm.Release(jobs) is { IsGood: false } refused)
            throw new SweepException("UFS012", $"Slurm refused to release jobs that it holds: {refused.Complaint}", "'squeue --me' shows them; those of an administrator are for the administrator to release");
        return jobs.Count;
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
    internal void CountResubmission(IReadOnlyList<SweepCell> cells) => SweepJobs.Change(_sweep, jobs =>
    {
        var more = new SortedDictionary<int, int>(jobs.Resubmissions.ToDictionary(c => c.Key, c => c.Value));
        foreach (var cell in cells)
            more[cell.Index] = more.GetValueOrDefault(cell.Index) + 1;
        return jobs with { Resubmissions = more };
    });

    private void Require(QueueView queue)
    {
        if (queue.Unknown is { } why && !SweepJobs.Read(_sweep).IsEmpty)
            throw new SweepException("UFS015", $"the cluster does not say what it has of the sweep {_sweep.Id}: {why}", "try again when its controller answers: what was submitted before goes on");
    }

    private SubmitOutcome Submit(IReadOnlyList<CellStanding> standings, Func<CellStanding, bool> isWanted, QueueView queue, IReadOnlySet<int> ending, bool keepsRest, Func<IReadOnlyList<int>, Action> prepare)
    {
        var open = standings.Where(s => !s.HasEnded && (s.State != CellState.Running || ending.Contains(_elements.Of(s.Cell))) && isWanted(s)).Select(s => _elements.Of(s.Cell)).Distinct().Order().ToList();
        var queued = open.Where(e => queue.Has(e) && !ending.Contains(e)).ToList();
        var wanted = open.Except(queued).ToList();
        // What Slurm holds may never end: where the site counts it, the site says so.
        var room = _profile.SubmitLimit is { } limit ? Math.Max(0, limit - (queue.Entries?.Sum(g => g.Count(e => !e.IsHeld)) ?? 0)) : int.MaxValue;
        var now = wanted.Take(room).ToList();
        // Each array takes its own out.
        if (keepsRest)
            SweepJobs.Change(_sweep, jobs => jobs with { Left = IndexRanges.Write(wanted) });
        var submitted = now.Count == 0 ? [] : new ArraySubmitter(_sweep, _profile, Slurm, _elements, Script).Submit(now, queue, prepare);
        return new SubmitOutcome(submitted, now.Count, queued.Count, wanted.Count - now.Count);
    }
}
