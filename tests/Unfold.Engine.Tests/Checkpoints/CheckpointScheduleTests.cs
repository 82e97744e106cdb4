using Unfold.Engine.Checkpoints;

namespace Unfold.Engine.Tests;

public sealed class CheckpointScheduleTests
{
    [Fact]
    public void By_steps()
    {
        var schedule = new CheckpointSchedule(null, 3, new ManualTime());
        Assert.Equal([false, false, true], Steps(schedule, 3));
        Assert.True(schedule.Step());
        schedule.Restart();
        Assert.Equal([false, false, true], Steps(schedule, 3));
    }

    [Fact]
    public void By_time_whatever_the_clock_of_the_day_says()
    {
        var time = new ManualTime();
        var schedule = new CheckpointSchedule(5, null, time);
        time.Pass(TimeSpan.FromMinutes(4));
        // Set back by a day.
        time.Day -= TimeSpan.FromDays(1);
        Assert.False(schedule.Step());
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.True(schedule.Step());
        schedule.Restart();
        Assert.False(schedule.Step());
    }

    [Fact]
    public void By_whichever_comes_first()
    {
        var time = new ManualTime();
        var schedule = new CheckpointSchedule(5, 100, time);
        time.Pass(TimeSpan.FromMinutes(6));
        Assert.True(schedule.Step());
        schedule.Restart();
        Assert.Equal(99, Steps(schedule, 100).Count(due => !due));
    }

    private static IEnumerable<bool> Steps(CheckpointSchedule schedule, int count) => [.. Enumerable.Range(0, count).Select(_ => schedule.Step())];

    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public DateTimeOffset Day { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => Day;
    }
}
