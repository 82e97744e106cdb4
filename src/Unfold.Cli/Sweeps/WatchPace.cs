namespace Unfold.Cli.Sweeps;

/// <summary>How long a watch waits between two looks: from 10 seconds to a minute, the longer the less happens.</summary>
/// <param name="every">Seconds, where somebody said so.</param>
internal sealed class WatchPace(int? every)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    // Well before others take its lock for one that was left behind.
    private static readonly TimeSpan Slowest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>The time until the next look.</summary>
    public TimeSpan Pause { get; private set; } = every is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, Shortest.TotalSeconds, Slowest.TotalSeconds)) : Shortest;

    /// <summary>After a look.</summary>
    /// <param name="hasChanged">Whether anything had changed.</param>
    public void Note(bool hasChanged)
    {
        if (every is null)
            Pause = hasChanged ? Shortest : Pause * 2 < Longest ? Pause * 2 : Longest;
    }
}
