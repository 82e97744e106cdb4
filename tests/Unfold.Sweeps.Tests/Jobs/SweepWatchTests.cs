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
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _slurm.Set(1, "NODE_FAIL");
            // The look that submits it again for the last time does not give it up.
            Assert.All(Look(3), r => Assert.Empty(r.GivenUp));
        }

        Assert.Empty(Look(1)[0].GivenUp);
        _slurm.Set(1, "NODE_FAIL");
        Assert.Equal([0, 0, 1], Look(3).Select(r => r.GivenUp.Count));
        Assert.Equal(3, _slurm.Submitted.Count);
    }

    [Fact]
    public void With_a_controller_that_is_down_nothing_is_given_up()
    {
        new SweepJobs { Pack = 1, Jobs = SweepJobs.Read(_specimen.Sweep).Jobs, Resubmissions = new SortedDictionary<int, int> { [0] = 2, [1] = 2, [2] = 2 } }.Write(_specimen.Sweep);
        _specimen.Leave(0, RunStatus.Failed, "UFT003: broke");
        _slurm.Down = "no controller";

        Assert.All(Look(5), r => Assert.Empty(r.GivenUp));
        Assert.All(Look(5), r => Assert.False(r.IsOver));
    }

    [Fact]
    public void A_student_is_not_missed_before_its_teacher_has_ended_and_given_up_with_it()
    {
        using var taught = new SweepSpecimen(2, after: i => i == 1 ? [0] : []);
        var (site, slurm) = (new SiteProfile { MaxResubmissions = 1 }, new FakeSlurm());
        var scheduler = new SweepScheduler(taught.Sweep, site, slurm);
        scheduler.Submit(CellStandings.Of(taught.Sweep), _ => true, scheduler.Look());
        var watch = new SweepWatch(taught.Sweep, site, scheduler);
        // The teacher is killed, and its student finds it so.
        slurm.Set(0, "FAILED");
        slurm.Set(1, "FAILED");

        var reports = Enumerable.Range(0, 6).Select(_ => watch.Look()).ToList();

        Assert.Equal([0, 0, 1, 0, 0, 0], reports.Select(r => r.Resubmitted.Count));
        taught.Leave(0, RunStatus.Completed);
        Assert.Equal([1], Enumerable.Range(0, 3).SelectMany(_ => watch.Look().Resubmitted).Select(c => c.Index));

        taught.Leave(0, RunStatus.Failed, "UFT003: broke");
        slurm.Entries.Clear();
        Assert.Equal([(0, "UFT003: broke"), (1, "a run that it learns from was given up")], watch.Look().GivenUp.Select(s => (s.Cell.Index, s.Reason)));
    }

    [Fact]
    public void What_Slurm_says_of_a_job_that_ended_before_anything_began_is_told()
    {
        _slurm.Set(1, "FAILED");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_specimen.Sweep.Path, SweepFiles.Logs)).FullName, "101_1.out"), "bash: module: command not found\n");
        var report = _watch.Look();

        Assert.Equal("job 101_1 is FAILED (Resources); logs/101_1.out: bash: module: command not found", JobNote.Of(_specimen.Sweep, _scheduler.Elements, report.Standings[1], report.Queue));
        Assert.Null(JobNote.Of(_specimen.Sweep, _scheduler.Elements, report.Standings[0], report.Queue));
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
        Assert.Equal("UFT003: broke", Assert.Single(report.GivenUp).Reason);
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
    public void One_of_which_nobody_knows_whether_it_was_accepted_counts_and_is_not_tried_at_once()
    {
        _slurm.Set(1, "FAILED");
        _slurm.OnSubmit = _ => throw new SweepException("UFS013", "sbatch did not answer", "wait");

        Look(5);

        Assert.Equal(2, _slurm.Submitted.Count);
        Assert.Equal(1, SweepJobs.Read(_specimen.Sweep).Resubmissions[1]);
    }

    [Fact]
    public void A_cell_whose_files_are_damaged_is_given_up()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(_specimen.FolderOf(1)).FullName, RunFiles.Results), "{");
        _slurm.Set(1, "FAILED");

        Assert.Equal(1, Assert.Single(Look(1)[0].GivenUp).Cell.Index);
    }

    [Fact]
    public void Of_a_cells_jobs_the_last_is_told()
    {
        _slurm.Entries.Insert(0, new QueueEntry(101, 1, "NODE_FAIL", "None", 300));
        _slurm.Set(1, "FAILED");
        _slurm.Entries[0] = _slurm.Entries[0] with { State = "NODE_FAIL" };

        var report = Look(1)[0];

        Assert.StartsWith("job 101_1 is NODE_FAIL", JobNote.Of(_specimen.Sweep, _scheduler.Elements, report.Standings[1], report.Queue), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, CellState.Failed)]
    [InlineData(false, CellState.Queued)]
    public void One_that_failed_beside_others_that_run_has_failed(bool isRunning, CellState state)
    {
        using var packed = new SweepSpecimen(2);
        var (site, slurm) = (new SiteProfile { Pack = 2 }, new FakeSlurm());
        var scheduler = new SweepScheduler(packed.Sweep, site, slurm);
        scheduler.Submit(CellStandings.Of(packed.Sweep), _ => true, scheduler.Look());
        packed.Leave(0, RunStatus.Failed, "UFT003: broke");
        packed.Leave(1, RunStatus.Running);
        using var held = isRunning ? RunLock.Take(packed.FolderOf(1)) : null;

        Assert.Equal(state, new SweepWatch(packed.Sweep, site, scheduler).Look().Standings[0].State);
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
        _slurm.Accounts = [new AccountedJob(101, 0, "PENDING"), new AccountedJob(101, 1, state)];

        Assert.Equal(resubmitted, Look(4).Sum(r => r.Resubmitted.Count));
    }

    private List<WatchReport> Look(int times) => [.. Enumerable.Range(0, times).Select(_ => _watch.Look())];
}
