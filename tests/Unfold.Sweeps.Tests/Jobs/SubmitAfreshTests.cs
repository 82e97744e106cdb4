using Unfold.Results;

namespace Unfold.Sweeps.Tests;

/// <summary>What is submitted since somebody asks for it.</summary>
public sealed class SubmitAfreshTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(8);
    private readonly FakeSlurm _slurm = new();
    private SiteProfile _site = new();

    public void Dispose() => _specimen.Dispose();

    [Fact]
    public void Begun_afresh_earlier_tries_are_forgotten_before_the_jobs_begin()
    {
        var cell = _specimen.Sweep.Cell(3);
        CellRecord.Change(_specimen.Sweep, cell, r => r with { Timeouts = 21, Error = "UFS008: …", Preemptions = 4 });
        new SweepJobs { Pack = 1, Resubmissions = new SortedDictionary<int, int> { [3] = 3 } }.Write(_specimen.Sweep);
        CellRecord? seen = null;
        _slurm.OnSubmit = submission =>
        {
            seen ??= CellRecord.Read(_specimen.Sweep, cell);
            return _slurm.Accept(submission);
        };

        Afresh();

        Assert.Equal(new CellRecord { Preemptions = 4 }, seen);
        Assert.Empty(SweepJobs.Read(_specimen.Sweep).Resubmissions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_cancelled_and_is_ending_is_waited_for(bool isCancelled)
    {
        Submit();
        _slurm.Set(0, "COMPLETING");
        var outcome = Afresh(isCancelled);

        // Elements 0 and 6 have that index; otherwise they may be on their way back into the queue.
        Assert.Equal(isCancelled ? (2, 6) : (0, 8), (outcome.Elements, outcome.Queued));
        Assert.Equal(isCancelled ? ["--dependency=afterany:101:102"] : [], _slurm.Submitted[^1].Arguments);
    }

    [Fact]
    public void A_cancelled_cell_that_still_saves_its_state_is_submitted_too()
    {
        Submit();
        _slurm.Set(3, "COMPLETING");
        _specimen.Leave(3, RunStatus.Running);
        using var held = RunLock.Take(_specimen.FolderOf(3));

        Assert.Equal(1, Afresh(wasCancelled: true).Elements);
        Assert.Equal("3", _slurm.Submitted[^1].Chunk.Expression);
    }

    [Fact]
    public void What_is_ending_and_waits_again_is_in_the_queue()
    {
        Submit();
        _slurm.Set(3, "COMPLETING");
        _slurm.Entries.Add(new QueueEntry(101, 3, "PENDING", "BeginTime", 109));

        var outcome = Afresh(wasCancelled: true);

        Assert.Equal((0, 8), (outcome.Elements, outcome.Queued));
    }

    [Fact]
    public void Where_the_site_refuses_all_of_it_the_records_are_as_they_were()
    {
        _site = _site with { SubmitLimit = 5 };
        Submit();
        _slurm.Entries.Clear();
        var cell = _specimen.Sweep.Cell(3);
        CellRecord.Change(_specimen.Sweep, cell, r => r with { Timeouts = 2, Error = "UFS008: …" });
        (SweepJobs.Read(_specimen.Sweep) with { Resubmissions = new SortedDictionary<int, int> { [3] = 3 } }).Write(_specimen.Sweep);
        var (jobs, record) = (ResultsJson.Indented(SweepJobs.Read(_specimen.Sweep)), CellRecord.Read(_specimen.Sweep, cell));
        _slurm.OnSubmit = _ => throw new SweepException("UFS012", "Slurm refused the jobs: invalid partition", "mend");

        Assert.Equal("UFS012", Assert.Throws<SweepException>(() => Afresh()).Code);

        Assert.Equal(jobs, ResultsJson.Indented(SweepJobs.Read(_specimen.Sweep)));
        Assert.Equal(record, CellRecord.Read(_specimen.Sweep, cell));
    }

    [Fact]
    public void What_is_left_is_written_down_array_by_array()
    {
        _site = _site with { SubmitLimit = 7 };
        var left = new List<string>();
        _slurm.OnSubmit = submission =>
        {
            left.Add(SweepJobs.Read(_specimen.Sweep).Left);
            return _slurm.Accept(submission);
        };

        Afresh();

        Assert.Equal(["6-7", "7"], left);
        Assert.Equal("7", SweepJobs.Read(_specimen.Sweep).Left);
    }

    private SubmitOutcome Afresh(bool wasCancelled = false)
    {
        var scheduler = new SweepScheduler(_specimen.Sweep, _site, _slurm);
        return scheduler.SubmitAfresh(CellStandings.Of(_specimen.Sweep), scheduler.Look(), wasCancelled);
    }

    private SubmitOutcome Submit()
    {
        var scheduler = new SweepScheduler(_specimen.Sweep, _site, _slurm);
        return scheduler.Submit(CellStandings.Of(_specimen.Sweep), _ => true, scheduler.Look());
    }
}
