using Unfold.Results;

namespace Unfold.Sweeps.Tests;

public sealed class JobStopTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(2);
    private readonly FakeSlurm _slurm = new();
    private readonly HandClock _clock = new();

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
    public void Where_Slurm_says_nothing_in_all_the_time_there_is_the_watch_is_named()
    {
        Assert.Contains("sweep watch", Stop(), StringComparison.Ordinal);
        Assert.Empty(_slurm.Requeued);
        // Of 180 seconds some are left to end in.
        Assert.Equal(150, (_clock.Now - DateTimeOffset.UnixEpoch).TotalSeconds);
    }

    [Fact]
    public void A_controller_that_is_back_in_time_puts_the_job_back()
    {
        _slurm.OnShowJob = () => _clock.Now >= DateTimeOffset.UnixEpoch.AddSeconds(60) ? Job("RUNNING", minutes: 20) : null;
        _slurm.OnRequeue = () => _clock.Now >= DateTimeOffset.UnixEpoch.AddSeconds(100)
            ? new CommandResult(0, "", "", TimedOut: false)
            : new CommandResult(1, "", "slurm_requeue error: Unable to contact slurm controller (connect failure)", TimedOut: false);

        Assert.Contains("goes back into the queue", Stop(), StringComparison.Ordinal);
        Assert.Equal(5, _slurm.Requeued.Count);
        Assert.Equal(1, Record.Preemptions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_that_was_lost_is_not_asked_for_again_blindly(bool isCancelled)
    {
        _slurm.Job = Job("RUNNING", minutes: 20);
        _slurm.OnRequeue = () =>
        {
            if (isCancelled)
                SweepCancellation.Set(_specimen.Sweep);
            else
                _slurm.Job = Job("PENDING", minutes: 20);
            return new CommandResult(-1, "", "", TimedOut: true);
        };

        Assert.Contains(isCancelled ? "the sweep was cancelled meanwhile" : "goes back into the queue", Stop(), StringComparison.Ordinal);
        Assert.Single(_slurm.Requeued);
    }

    [Fact]
    public void The_time_that_was_waited_is_none_of_the_jobs()
    {
        // Asked for its place 5 minutes before its time was over, and answered 2 minutes later.
        _slurm.OnShowJob = () => _clock.Now >= DateTimeOffset.UnixEpoch.AddSeconds(120) ? Job("RUNNING", minutes: 57) : null;

        Stop();

        Assert.Equal((1, 0), (Record.Preemptions, Record.Timeouts));
    }

    [Fact]
    public void A_refusal_is_not_asked_for_again()
    {
        _slurm.Job = Job("RUNNING", minutes: 20);
        _slurm.OnRequeue = () => new CommandResult(1, "", "Requested operation is presently disabled for job 263_4", TimedOut: false);

        Assert.Contains("could not be put back into the queue: Requested operation", Stop(), StringComparison.Ordinal);
        Assert.Single(_slurm.Requeued);
    }

    [Fact]
    public void A_job_of_several_comes_back_while_one_has_times_left()
    {
        _specimen.Leave(1, RunStatus.Interrupted);
        CellRecord.Change(_specimen.Sweep, _specimen.Sweep.Cell(0), r => r with { Timeouts = 3 });
        _slurm.Job = Job("RUNNING", minutes: 58);

        Assert.Contains("goes back into the queue", Stop(0, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_failed_is_no_reason_to_come_back()
    {
        _specimen.Leave(0, RunStatus.Failed, "UFT003: broke");
        _specimen.Leave(1, RunStatus.Completed);
        _slurm.Job = Job("RUNNING", minutes: 20);

        Assert.Contains("nothing left to do", Stop(0, 1), StringComparison.Ordinal);
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

    private string Stop() => Stop(0);

    private string Stop(params int[] cells) =>
        new JobStop(_specimen.Sweep, _slurm, signalSeconds: 180, maxTimeouts: 3) { Clock = _clock, Wait = span => _clock.Now += span }.Handle("263_4", [.. cells.Select(_specimen.Sweep.Cell)]);
}
