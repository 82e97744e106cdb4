using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>Gives elements to Slurm as job arrays, and writes down what it gave.</summary>
/// <param name="sweep">The sweep, whose lock is held.</param>
/// <param name="profile">The site's profile.</param>
/// <param name="slurm">The cluster.</param>
/// <param name="elements">The elements of the sweep's arrays.</param>
/// <param name="script">The jobs' script.</param>
internal sealed class ArraySubmitter(SweepFolder sweep, SiteProfile profile, ISlurm slurm, JobElements elements, string script)
{
    private readonly List<JobRecord> _submitted = [];

    /// <summary>Submits elements, those of teachers first.</summary>
    /// <param name="wanted">The elements, ascending.</param>
    /// <param name="queue">What the cluster has.</param>
    /// <param name="prepare">Called with the elements of each array before its jobs begin; what it returns takes that back where the array is refused.</param>
    /// <exception cref="SweepException">UFS012: refused; UFS013: nobody knows whether it was accepted; UFS016: the sweep was cancelled meanwhile.</exception>
    public IReadOnlyList<JobRecord> Submit(IReadOnlyList<int> wanted, QueueView queue, Func<IReadOnlyList<int>, Action> prepare)
    {
        var above = new List<int>();
        foreach (var level in wanted.GroupBy(elements.LevelOf).OrderBy(g => g.Key))
        {
            var own = level.ToHashSet();
            var waitsFor = above.Concat(queue.Entries?.Where(g => elements.LevelOf(g.Key) < level.Key || own.Contains(g.Key)).SelectMany(g => g.Select(e => e.ArrayId)) ?? []).Distinct().Order().Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
            foreach (var chunk in ArrayChunks.OfSite([.. level], profile, slurm))
            {
                Submit(chunk, waitsFor, prepare);
                above.Add(_submitted[^1].Id!.Value);
            }
        }

        return _submitted;
    }

    // Written down before it is asked for: an answer that is lost, or a process that is killed, leaves the token to find the jobs by.
    private void Submit(ArrayChunk chunk, List<string> waitsFor, Func<IReadOnlyList<int>, Action> prepare)
    {
        if (SweepCancellation.IsSet(sweep))
            throw Cancelled();
        var submission = new Submission(script, sweep.Id, chunk)
        {
            Arguments = waitsFor.Count > 0 ? [$"--dependency=afterany:{string.Join(':', waitsFor)}"] : [],
        };
        var record = new JobRecord { Token = submission.Token, Offset = chunk.Offset, Array = IndexRanges.Write(chunk.Indices), Submitted = Clock.Now() };
        var before = SweepJobs.Read(sweep);
        var takeBack = prepare([.. record.Elements]);
        SweepJobs.Change(sweep, jobs => jobs with { Pack = profile.Pack, Jobs = [.. jobs.Jobs, record], Left = IndexRanges.Write([.. jobs.LeftElements.Except(record.Elements)]) });
        try
        {
            var job = slurm.Submit(submission);
            var accepted = record with { Id = job.Id, Cluster = job.Cluster };
            SweepJobs.Change(sweep, jobs => jobs with { Jobs = [.. jobs.Jobs.Select(j => j.Token == record.Token ? accepted : j)] });
            _submitted.Add(accepted);
        }
        catch (SweepException refused) when (refused.Code == "UFS012")
        {
            before.Write(sweep);
            takeBack();
            if (_submitted.Count == 0)
                throw;
            throw new SweepException("UFS012", $"{refused.Message}; before that {_submitted.Count} of the arrays were accepted: {string.Join(", ", _submitted.Select(b => b.Id))}", refused.Mend, refused);
        }

        // Whoever cancelled did not see these jobs yet.
        if (SweepCancellation.IsSet(sweep))
        {
            var last = SlurmIds.Of(_submitted[^1].Id!.Value, null);
            throw slurm.Cancel([last]) is { IsGood: false } refused
                ? Cancelled($", and its array {last} could not be cancelled: {refused.Complaint}", "cancel it again")
                : Cancelled();
        }
    }

    private SweepException Cancelled(string more = "", string mend = "submit it again to go on with it") => new("UFS016", $"the sweep {sweep.Id} was cancelled while it was submitted{more}", mend);
}
