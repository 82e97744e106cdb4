using Unfold.Results;

namespace Unfold.Sweeps.Tests;

/// <summary>What waits for somebody: for a site that takes more, or for the release of what Slurm holds.</summary>
public sealed class SweepWatchLeftTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(3);
    private readonly FakeSlurm _slurm = new();
    private readonly SweepScheduler _scheduler;
    private readonly SweepWatch _watch;

    public SweepWatchLeftTests()
    {
        var site = new SiteProfile { MaxResubmissions = 2 };
        _scheduler = new SweepScheduler(_specimen.Sweep, site, _slurm);
        _watch = new SweepWatch(_specimen.Sweep, site, _scheduler);
        _scheduler.Submit(CellStandings.Of(_specimen.Sweep), _ => true, _scheduler.Look());
    }

    public void Dispose() => _specimen.Dispose();

    [Theory]
    [InlineData("launch failed requeued held")]
    [InlineData("launch_failed_requeued_held")]
    public void What_Slurm_could_not_start_is_released_until_that_is_too_often(string reason)
    {
        _slurm.Set(1, "PENDING", reason);

        var reports = Look(3);

        Assert.Equal([1, 1, 0], reports.Select(r => r.Released.Count));
        Assert.Equal("Slurm could not start it too often, and holds it", Assert.Single(reports.SelectMany(r => r.GivenUp)).Reason);
        Assert.Equal(["101_1", "101_1"], _slurm.Released);
        // Somebody who asks for it begins afresh.
        _scheduler.SubmitAfresh(CellStandings.Of(_specimen.Sweep), _scheduler.Look(), wasCancelled: false);
        Assert.Equal(3, _slurm.Released.Count);
    }

    [Theory]
    [InlineData("JobHeldAdmin")]
    [InlineData("JobHeldUser")]
    [InlineData("Resources")]
    public void What_people_hold_is_theirs(string reason)
    {
        _slurm.Set(1, "PENDING", reason);

        Assert.All(Look(3), r => Assert.Empty(r.Released));
        Assert.Empty(_slurm.Released);
    }

    [Fact]
    public void That_a_job_may_not_be_released_is_told_and_counts_nothing()
    {
        _slurm.IsReleaseRefused = true;
        _slurm.Set(1, "PENDING", "launch failed requeued held");

        Assert.All(Look(4), r => Assert.Equal("Slurm refused to release jobs that it holds: Access/permission denied; it is tried again", r.Warning));
        Assert.Empty(SweepJobs.Read(_specimen.Sweep).Resubmissions);
    }

    [Fact]
    public void What_the_sites_limit_left_is_submitted_by_and_by_and_not_taken_for_lost()
    {
        var site = new SiteProfile { SubmitLimit = 1 };
        var scheduler = new SweepScheduler(_specimen.Sweep, site, _slurm);
        _slurm.Entries.Clear();
        Assert.Equal(2, scheduler.SubmitAfresh(CellStandings.Of(_specimen.Sweep), scheduler.Look(), wasCancelled: true).Left);
        var watch = new SweepWatch(_specimen.Sweep, site, scheduler);

        Assert.All(Enumerable.Range(0, 5).Select(_ => watch.Look()), r => Assert.Empty(r.Resubmitted));
        _slurm.Set(0, "COMPLETED");
        _specimen.Leave(0, RunStatus.Completed);
        watch.Look();

        Assert.Equal("1", _slurm.Submitted[^1].Chunk.Expression);
        Assert.Empty(SweepJobs.Read(_specimen.Sweep).Resubmissions);
        Assert.Equal("2", SweepJobs.Read(_specimen.Sweep).Left);
    }

    [Fact]
    public void What_failed_and_is_left_for_another_try_is_not_given_up()
    {
        _specimen.Leave(1, RunStatus.Failed, "UFT003: broke");
        _slurm.Set(1, "FAILED");
        (SweepJobs.Read(_specimen.Sweep) with { Left = "1" }).Write(_specimen.Sweep);
        _slurm.OnSubmit = _ => throw new SweepException("UFS012", "Slurm refused the jobs: too many", "mend");

        Assert.All(Look(3), r => Assert.True(r.GivenUp.Count == 0 && !r.IsOver));
    }

    [Fact]
    public void A_watch_goes_on_that_has_just_submitted_what_was_left()
    {
        // Both failed once; somebody asked for another try, and the first is done by now.
        _specimen.Leave(0, RunStatus.Completed);
        _specimen.Leave(2, RunStatus.Completed);
        _specimen.Leave(1, RunStatus.Failed, "UFT003: broke");
        CellRecord.Change(_specimen.Sweep, _specimen.Sweep.Cell(1), r => r with { Timeouts = 4 });
        _slurm.Entries.Clear();
        (SweepJobs.Read(_specimen.Sweep) with { Left = "1", Resubmissions = new SortedDictionary<int, int> { [1] = 2 } }).Write(_specimen.Sweep);

        Assert.False(_watch.Look().IsOver);
        Assert.Equal("1", _slurm.Submitted[^1].Chunk.Expression);
        // Its count begins anew.
        Assert.Empty(SweepJobs.Read(_specimen.Sweep).Resubmissions);
        Assert.Equal(0, CellRecord.Read(_specimen.Sweep, _specimen.Sweep.Cell(1)).Timeouts);
    }

    [Fact]
    public void While_the_site_refuses_what_is_left_others_are_looked_after()
    {
        (SweepJobs.Read(_specimen.Sweep) with { Left = "2" }).Write(_specimen.Sweep);
        _slurm.Entries.RemoveAll(e => e.Index == 2);
        _slurm.Set(0, "PENDING", "launch failed requeued held");
        _slurm.Set(1, "FAILED");
        _slurm.OnSubmit = submission => submission.Chunk.Expression == "2" ? throw new SweepException("UFS012", "Slurm refused the jobs: too many", "mend") : _slurm.Accept(submission);

        var reports = Look(3);

        Assert.All(reports, r => Assert.Contains("too many", r.Warning, StringComparison.Ordinal));
        Assert.Equal([0, 0, 1], reports.Select(r => r.Resubmitted.Count));
        Assert.Single(reports[0].Released);
    }

    [Fact]
    public void What_the_sites_limit_left_is_submitted_when_there_is_room()
    {
        using var many = new SweepSpecimen(5);
        var site = new SiteProfile { SubmitLimit = 2 };
        var slurm = new FakeSlurm();
        var scheduler = new SweepScheduler(many.Sweep, site, slurm);
        scheduler.SubmitAfresh(CellStandings.Of(many.Sweep), scheduler.Look(), wasCancelled: false);
        var watch = new SweepWatch(many.Sweep, site, scheduler);
        watch.Look();
        Assert.Single(slurm.Submitted);

        many.Leave(0, RunStatus.Completed);
        slurm.Set(0, "COMPLETED");
        watch.Look();

        Assert.Equal(["0-1", "2"], slurm.Submitted.Select(s => s.Chunk.Expression));
        Assert.Empty(SweepJobs.Read(many.Sweep).Resubmissions);
    }

    private List<WatchReport> Look(int times) => [.. Enumerable.Range(0, times).Select(_ => _watch.Look())];
}
