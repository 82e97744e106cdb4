using Unfold.Results;

namespace Unfold.Sweeps.Tests;

public sealed class JobStopTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(2);
    private readonly FakeSlurm _slurm = new();

    public JobStopTests() => _specimen.Leave(0, RunStatus.Interrupted);

    public void Dispose() => _specimen.Dispose();

    [Fact]
    public void A_job_that_is_asked_for_its_place_puts_itself_back_as_often_as_it_takes()
    {
        _slurm.Job = Job("RUNNING", minutes: 20);
        foreach (var _ in Enumerable.Range(0, 30))
            Stop();

        Assert.Equal(30, _slurm.Requeued.Count);
        Assert.Equal((30, 0), (Record.Preemptions, Record.Timeouts));
    }

    [Fact]
    public void One_whose_time_is_over_puts_itself_back_so_many_times()
    {
        // 180 seconds of warning, and Slurm may be a minute early.
        _slurm.Job = Job("RUNNING", minutes: 56.5);
        foreach (var _ in Enumerable.Range(0, 3))
            Stop();
        Assert.Equal((3, 3), (_slurm.Requeued.Count, Record.Timeouts));

        var said = Stop();

        Assert.Equal(3, _slurm.Requeued.Count);
        Assert.Contains("given up", said, StringComparison.Ordinal);
        Assert.Contains("UFS008", Record.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COMPLETING")]
    [InlineData("CANCELLED")]
    [InlineData("PREEMPTED")]
    public void Where_Slurm_has_decided_nothing_is_done(string state)
    {
        _slurm.Job = Job(state, minutes: 20);

        Assert.Contains(state, Stop(), StringComparison.Ordinal);
        Assert.Empty(_slurm.Requeued);
        Assert.Equal(new CellRecord(), Record);
    }

    [Fact]
    public void Where_Slurm_says_nothing_the_watch_is_named()
    {
        Assert.Contains("sweep watch", Stop(), StringComparison.Ordinal);
        Assert.Empty(_slurm.Requeued);
    }

    [Fact]
    public void A_cancelled_job_does_not_come_back()
    {
        _slurm.Job = Job("RUNNING", minutes: 20);
        SweepCancellation.Set(_specimen.Sweep);

        Assert.Contains("cancelled", Stop(), StringComparison.Ordinal);
        Assert.Empty(_slurm.Requeued);
    }

    [Fact]
    public void A_job_that_is_done_does_not_come_back()
    {
        _slurm.Job = Job("RUNNING", minutes: 20);
        _specimen.Leave(0, RunStatus.Completed);

        Stop();

        Assert.Empty(_slurm.Requeued);
    }

    private CellRecord Record => CellRecord.Read(_specimen.Sweep, _specimen.Sweep.Cell(0));

    private static ScontrolJob Job(string state, double minutes) => new(state, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(60), Restarts: 0);

    private string Stop() => new JobStop(_specimen.Sweep, _slurm, signalSeconds: 180, maxTimeouts: 3).Handle("263_4", [_specimen.Sweep.Cell(0)]);
}
