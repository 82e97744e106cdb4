using Unfold.Results;

namespace Unfold.Sweeps.Tests;

public sealed class SweepWatchTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(3);
    private readonly FakeSlurm _slurm = new();
    private readonly SweepScheduler _scheduler;
    private readonly SweepWatch _watch;

    public SweepWatchTests()
    {
        var site = new SiteProfile { MaxResubmissions = 2 };
        _scheduler = new SweepScheduler(_specimen.Sweep, site, _slurm);
        _watch = new SweepWatch(_specimen.Sweep, site, _scheduler);
        _scheduler.Submit(CellStandings.Of(_specimen.Sweep), _ => true, _scheduler.Look());
    }

    public void Dispose() => _specimen.Dispose();

    [Fact]
    public void What_waits_or_runs_in_the_queue_is_left_alone()
    {
        _slurm.Set(1, "RUNNING");

        var reports = Look(5);

        Assert.All(reports, r => Assert.Equal([CellState.Queued, CellState.Queued, CellState.Queued], r.Standings.Select(s => s.State)));
        Assert.All(reports, r => Assert.Empty(r.Resubmitted));
        Assert.Single(_slurm.Submitted);
    }

    [Fact]
    public void A_cell_is_lost_after_three_misses_and_submitted_again()
    {
        _slurm.Set(1, "FAILED");

        var reports = Look(3);

        Assert.Equal([0, 0, 1], reports.Select(r => r.Resubmitted.Count));
        Assert.Equal("1", _slurm.Submitted[^1].Chunk.Expression);
        Assert.Equal(1, SweepJobs.Read(_specimen.Sweep).Resubmissions[1]);
    }

    [Fact]
    public void The_same_answer_given_again_is_no_further_miss()
    {
        _slurm.Set(1, "FAILED");
        _slurm.IsAsked = false;

        Assert.All(Look(10), r => Assert.Empty(r.Resubmitted));
    }

    [Fact]
    public void Seen_again_it_is_not_lost()
    {
        _slurm.Set(1, "FAILED");
        Look(2);
        // It runs, whatever the queue says.
        _specimen.Leave(1, RunStatus.Running);
        using (RunLock.Take(_specimen.FolderOf(1)))
            Look(1);

        Assert.Equal([0, 0, 1], Look(3).Select(r => r.Resubmitted.Count));
    }

    [Fact]
    public void A_cell_that_is_lost_again_and_again_is_given_up()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _slurm.Set(1, "NODE_FAIL");
            Look(3);
        }

        var report = _watch.Look();

        Assert.Equal([1], report.GivenUp.Select(s => s.Cell.Index));
        Assert.Equal(3, _slurm.Submitted.Count);
    }

    [Fact]
    public void It_is_over_when_every_cell_has_ended_or_was_given_up()
    {
        _specimen.Leave(0, RunStatus.Completed);
        _specimen.Leave(1, RunStatus.Diverged, "UFT001: diverged");
        Assert.False(_watch.Look().IsOver);
        _specimen.Leave(2, RunStatus.Failed, "UFT003: broke");
        // Its job has not ended yet.
        Assert.False(_watch.Look().IsOver);
        _slurm.Set(2, "FAILED");

        var report = _watch.Look();

        Assert.True(report.IsOver);
        Assert.Equal("UFT003: broke", Assert.Single(report.GivenUp).Error);
        Assert.Single(_slurm.Submitted);
    }

    [Fact]
    public void A_controller_that_is_down_changes_nothing_but_a_warning()
    {
        _slurm.Set(1, "FAILED");
        Look(2);
        _slurm.Down = "Unable to contact slurm controller";

        var down = Look(10);
        _slurm.Down = null;
        var up = Look(1);

        Assert.All(down, r => Assert.Contains("Unable to contact", r.Warning, StringComparison.Ordinal));
        Assert.All(down, r => Assert.Empty(r.Resubmitted));
        Assert.All(down, r => Assert.False(r.IsOver));
        Assert.Single(up[0].Resubmitted);
        Assert.Null(up[0].Warning);
    }

    [Fact]
    public void A_refusal_is_a_warning_and_tried_again()
    {
        _slurm.Set(1, "FAILED");
        _slurm.OnSubmit = _ => throw new SweepException("UFS012", "Slurm refused the jobs: too many", "mend");
        Assert.Contains("too many", Look(3)[2].Warning, StringComparison.Ordinal);

        _slurm.OnSubmit = null;

        Assert.Single(Look(1)[0].Resubmitted);
    }

    [Fact]
    public void A_cancelled_sweep_is_over_and_nothing_is_submitted_again()
    {
        _slurm.Set(1, "CANCELLED");
        Look(2);
        SweepCancellation.Set(_specimen.Sweep);

        var reports = Look(3);

        Assert.All(reports, r => Assert.True(r.IsOver && r.IsCancelled));
        Assert.Single(_slurm.Submitted);

        SweepCancellation.Lift(_specimen.Sweep);
        Assert.Single(Look(1)[0].Resubmitted);
    }

    [Theory]
    [InlineData("PENDING", 0)]
    [InlineData("RUNNING", 0)]
    [InlineData("FAILED", 1)]
    public void What_the_queue_forgot_and_the_accounting_still_has_is_not_lost(string state, int resubmitted)
    {
        _slurm.Entries.RemoveAll(e => e.Index == 1);
        _slurm.Accounts = [new AccountedJob(101, 0, "PENDING", 0, 0), new AccountedJob(101, 1, state, 0, 0)];

        Assert.Equal(resubmitted, Look(4).Sum(r => r.Resubmitted.Count));
    }

    [Fact]
    public void What_the_sites_limit_left_is_submitted_when_there_is_room()
    {
        using var many = new SweepSpecimen(5);
        var site = new SiteProfile { SubmitLimit = 2 };
        var slurm = new FakeSlurm();
        var scheduler = new SweepScheduler(many.Sweep, site, slurm);
        scheduler.Submit(CellStandings.Of(many.Sweep), _ => true, scheduler.Look());
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
