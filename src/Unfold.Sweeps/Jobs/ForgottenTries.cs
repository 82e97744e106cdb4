namespace Unfold.Sweeps;

/// <summary>Forgets how often cells were tried, and what their last error was.</summary>
/// <param name="sweep">The sweep, whose lock is held.</param>
/// <param name="elements">The elements of its arrays.</param>
internal sealed class ForgottenTries(SweepFolder sweep, JobElements elements)
{
    /// <summary>Those of the cells of some elements, before the jobs begin, which write the same records.</summary>
    /// <returns>Remembers what the cells' records had; jobs.json is the caller's.</returns>
    public Action Of(IReadOnlyList<int> some)
    {
        var cells = some.SelectMany(e => elements[e]).ToList();
        var before = CellRecord.Read(sweep, cells);
        foreach (var (index, _) in before)
            CellRecord.Change(sweep, sweep.Cell(index), r => r with { Timeouts = 0, Error = null });
        var indices = cells.Select(c => c.Index).ToHashSet();
        SweepJobs.Change(sweep, jobs => jobs with { Resubmissions = new SortedDictionary<int, int>(jobs.Resubmissions.Where(r => !indices.Contains(r.Key)).ToDictionary(r => r.Key, r => r.Value)) });
        return () =>
        {
            foreach (var (index, record) in before)
                CellRecord.Change(sweep, sweep.Cell(index), r => r with { Timeouts = record.Timeouts, Error = record.Error });
        };
    }
}
