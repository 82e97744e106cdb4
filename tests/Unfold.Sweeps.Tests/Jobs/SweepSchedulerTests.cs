using Unfold.Results;

namespace Unfold.Sweeps.Tests;

public sealed class SweepSchedulerTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(8);
    private readonly FakeSlurm _slurm = new();
    private SiteProfile _site = new();

    public void Dispose() => _specimen.Dispose();

    [Fact]
    public void All_cells_go_in_as_many_arrays_as_the_site_needs()
    {
        var outcome = Submit();

        // The cluster takes indices below 6.
        Assert.Equal([("0-5", 0), ("0-1", 6)], _slurm.Submitted.Select(s => (s.Chunk.Expression, s.Chunk.Offset)));
        Assert.Equal((8, 0, 0), (outcome.Elements, outcome.Queued, outcome.Left));
        Assert.Equal([101, 102], SweepJobs.Read(_specimen.Sweep).Jobs.Select(j => j.Id!.Value));
    }

    [Fact]
    public void Submitted_twice_no_cell_is_there_twice()
    {
        Submit();
        var again = Submit();

        Assert.Equal((0, 8), (again.Elements, again.Queued));
        Assert.Equal(2, _slurm.Submitted.Count);
    }

    [Fact]
    public void What_has_ended_or_runs_is_not_submitted()
    {
        _specimen.Leave(0, RunStatus.Completed);
        _specimen.Leave(1, RunStatus.Diverged);
        _specimen.Leave(2, RunStatus.Interrupted);
        using var held = RunLock.Take(_specimen.FolderOf(2));

        Submit();

        Assert.Equal([("3-5", 0), ("0-1", 6)], _slurm.Submitted.Select(s => (s.Chunk.Expression, s.Chunk.Offset)));
    }

    [Fact]
    public void What_left_the_queue_without_a_result_is_submitted_again()
    {
        Submit();
        _slurm.Set(3, "FAILED");

        Submit();

        Assert.Equal("3", _slurm.Submitted[^1].Chunk.Expression);
    }

    [Fact]
    public void A_site_that_takes_few_gets_the_rest_later()
    {
        _site = _site with { SubmitLimit = 3 };

        var first = Submit();
        var second = Submit();
        _slurm.Set(0, "COMPLETED");
        _specimen.Leave(0, RunStatus.Completed);
        var third = Submit();

        Assert.Equal([(3, 5), (0, 5), (1, 4)], new[] { first, second, third }.Select(o => (o.Elements, o.Left)));
    }

    [Fact]
    public void Students_wait_for_the_arrays_of_their_teachers()
    {
        using var taught = new SweepSpecimen(4, after: i => i >= 2 ? [0] : []);
        var scheduler = new SweepScheduler(taught.Sweep, _site, _slurm);

        scheduler.Submit(CellStandings.Of(taught.Sweep), _ => true, scheduler.Look());

        Assert.Equal([[], ["--dependency=afterany:101"]], _slurm.Submitted.Select(s => s.Arguments));
    }

    [Fact]
    public void A_refusal_is_passed_on_and_leaves_no_job_behind()
    {
        _slurm.OnSubmit = _ => throw new SweepException("UFS012", "Slurm refused the jobs: invalid partition", "mend");

        Assert.Equal("UFS012", Assert.Throws<SweepException>(Submit).Code);
        Assert.True(SweepJobs.Read(_specimen.Sweep).IsEmpty);
        // Nor a pack that a later profile would have to have.
        _site = _site with { Pack = 2 };
        _slurm.OnSubmit = null;
        Assert.Equal(4, Submit().Elements);
    }

    [Fact]
    public void A_refusal_after_some_arrays_names_them()
    {
        _slurm.OnSubmit = submission => submission.Chunk.Offset == 0 ? _slurm.Accept(submission) : throw new SweepException("UFS012", "Slurm refused the jobs: too many", "mend");

        var refused = Assert.Throws<SweepException>(Submit);

        Assert.Equal("Slurm refused the jobs: too many; before that 1 of the arrays were accepted: 101", refused.Message);
        Assert.Equal(101, Assert.Single(SweepJobs.Read(_specimen.Sweep).Jobs).Id);
    }

    [Fact]
    public void A_student_waits_for_a_teacher_that_is_in_the_queue()
    {
        using var taught = new SweepSpecimen(2, after: i => i == 1 ? [0] : []);
        var scheduler = new SweepScheduler(taught.Sweep, _site, _slurm);
        scheduler.Submit(CellStandings.Of(taught.Sweep), _ => true, scheduler.Look());
        _slurm.Set(1, "FAILED");

        scheduler.Submit(CellStandings.Of(taught.Sweep), _ => true, scheduler.Look());

        Assert.Equal(["--dependency=afterany:101"], _slurm.Submitted[^1].Arguments);
    }

    [Fact]
    public void Cancelled_while_it_is_submitted_nothing_more_is_and_the_last_array_is_taken_back()
    {
        _slurm.OnSubmit = submission =>
        {
            SweepCancellation.Set(_specimen.Sweep);
            return _slurm.Accept(submission);
        };

        Assert.Equal("UFS016", Assert.Throws<SweepException>(Submit).Code);
        Assert.Single(_slurm.Submitted);
        Assert.Equal(["101"], _slurm.Cancelled);
        // Nor does one that begins when it is cancelled already, such as a watch's.
        _slurm.OnSubmit = null;
        Assert.Equal("UFS016", Assert.Throws<SweepException>(Submit).Code);
        Assert.Single(_slurm.Submitted);
    }

    [Fact]
    public void Accounts_are_of_elements_whatever_their_arrays_offset()
    {
        Submit();
        _slurm.Accounts = [new AccountedJob(102, 1, "RUNNING"), new AccountedJob(101, 0, "COMPLETED")];

        Assert.Equal([7], new SweepScheduler(_specimen.Sweep, _site, _slurm).Accounted()!);
    }

    [Fact]
    public void Jobs_whose_answer_was_lost_are_found_again_by_their_token()
    {
        _slurm.OnSubmit = submission =>
        {
            _slurm.Accept(submission);
            throw new SweepException("UFS013", "sbatch did not answer", "wait");
        };
        Assert.Equal("UFS013", Assert.Throws<SweepException>(Submit).Code);
        _slurm.OnSubmit = null;

        var again = Submit();

        // The first array, of six, was accepted; the second was not asked for.
        Assert.Equal((2, 6), (again.Elements, again.Queued));
        Assert.Equal("0-1", _slurm.Submitted[^1].Chunk.Expression);
    }

    [Fact]
    public void While_nobody_knows_what_is_queued_nothing_is_added()
    {
        Submit();
        _slurm.Down = "squeue did not answer in 60 seconds";

        Assert.Equal("UFS015", Assert.Throws<SweepException>(Submit).Code);
        Assert.Equal(2, _slurm.Submitted.Count);
    }

    [Fact]
    public void Elements_must_stay_what_they_were()
    {
        Submit();

        Assert.Equal("UFS014", Assert.Throws<SweepException>(() => new SweepScheduler(_specimen.Sweep, _site with { Pack = 2 }, _slurm)).Code);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_given()
    {
        var commands = new SweepScheduler(_specimen.Sweep, _site with { Parallelism = 2 }, _slurm).Commands("/x/submit.sh");

        Assert.Equal(["sbatch --parsable --array=0-5%2 /x/submit.sh --offset 0", "sbatch --parsable --array=0-1%2 /x/submit.sh --offset 6"], commands);
        Assert.Empty(_slurm.Submitted);
    }

    private SubmitOutcome Submit()
    {
        var scheduler = new SweepScheduler(_specimen.Sweep, _site, _slurm);
        return scheduler.Submit(CellStandings.Of(_specimen.Sweep), _ => true, scheduler.Look());
    }
}
