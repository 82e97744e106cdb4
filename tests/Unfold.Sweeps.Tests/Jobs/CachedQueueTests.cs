namespace Unfold.Sweeps.Tests;

public sealed class CachedQueueTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(2);
    private readonly FakeSlurm _slurm = new();
    private readonly HandClock _clock = new();

    public CachedQueueTests()
    {
        _slurm.Clock = _clock;
        _slurm.Entries.Add(new QueueEntry(7, 0, "PENDING", "Resources", 7) { Comment = "x y" });
    }

    public void Dispose() => _specimen.Dispose();

    [Fact]
    public void Whoever_looks_within_ten_seconds_gets_the_answer_before()
    {
        var first = Queue().Queue("demo");
        _clock.Now += TimeSpan.FromSeconds(9);
        var second = Queue().Queue("demo");
        _clock.Now += TimeSpan.FromSeconds(2);
        Queue().Queue("demo");

        Assert.Equal(2, _slurm.Questions);
        Assert.Equal(first.AskedAt, second.AskedAt);
        Assert.Equal(first.Entries, second.Entries);
    }

    [Fact]
    public void That_nothing_is_known_is_kept_too()
    {
        _slurm.Down = "no controller";
        Queue().Queue("demo");

        Assert.Equal("no controller", Queue().Queue("demo").Unknown);
        Assert.Equal(1, _slurm.Questions);
    }

    [Fact]
    public void After_a_submission_the_queue_is_asked_anew()
    {
        Queue().Queue("demo");
        Queue().Submit(new Submission("x", "demo", new ArrayChunk([0], 0, "0")));

        Queue().Queue("demo");

        Assert.Equal(2, _slurm.Questions);
    }

    [Fact]
    public void After_jobs_were_released_the_queue_is_asked_anew()
    {
        Queue().Queue("demo");
        Queue().Release(["7_0"]);

        Queue().Queue("demo");

        Assert.Equal(2, _slurm.Questions);
    }

    [Fact]
    public void An_answer_of_a_clock_that_is_ahead_is_not_kept()
    {
        Queue().Queue("demo");
        _clock.Now -= TimeSpan.FromSeconds(11);

        Queue().Queue("demo");

        Assert.Equal(2, _slurm.Questions);
    }

    [Fact]
    public void What_cannot_be_read_is_asked_anew()
    {
        Queue().Queue("demo");
        File.WriteAllText(Path.Combine(_specimen.Sweep.Path, "queue.json"), "{ \"asked\": ");

        Assert.Single(Queue().Queue("demo").Entries!);
        Assert.Equal(2, _slurm.Questions);
    }

    private CachedQueue Queue() => new(_specimen.Sweep, _slurm, _clock);
}
