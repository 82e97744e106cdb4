namespace Unfold.Hosting.Tests;

/// <summary>A clock that stands still on however busy a machine, and jumps past the limit once for each constructor of the fixture StaticHang that began to wait.</summary>
internal sealed class HangClock : TimeProvider
{
    /// <summary>The tests that look at the one sign of waiting, one after the other.</summary>
    public const string Tests = "hanging constructors";

    private const string Waits = "StaticHang.Waits";

    private readonly long _limit;
    private long _now;

    public HangClock(TimeSpan limit)
    {
        _limit = limit.Ticks;
        AppContext.SetData(Waits, null);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        if (AppContext.GetData(Waits) is null)
            return Interlocked.Read(ref _now);
        AppContext.SetData(Waits, null);
        return Interlocked.Add(ref _now, _limit);
    }
}
