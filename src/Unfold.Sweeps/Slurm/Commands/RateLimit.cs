namespace Unfold.Sweeps;

/// <summary>How often the controller, which all users share, is asked: at most once in a while, whatever the number of cells.</summary>
/// <param name="pause">The shortest time between two questions.</param>
/// <param name="clock">The clock.</param>
public sealed class RateLimit(TimeSpan pause, TimeProvider clock)
{
    private long? _last;

    /// <summary>How long it is until a question may be asked; zero where it may be now.</summary>
    public TimeSpan Left => _last is { } last && pause - clock.GetElapsedTime(last) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Whether a question may be asked now, which is counted as asked.</summary>
    public bool TryPass()
    {
        if (Left > TimeSpan.Zero)
            return false;
        _last = clock.GetTimestamp();
        return true;
    }
}
