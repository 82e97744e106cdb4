namespace Unfold.Slurm;

/// <summary>Waits for what another process will do.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Fails where it is not so in time; five minutes by default: a requeued job is held for two.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="what">The same, in words.</param>
    /// <param name="deadline">How long.</param>
    /// <param name="evidence">What is said where it was waited for in vain.</param>
    public static async Task Is(Func<bool> condition, string what, TimeSpan? deadline = null, Func<string>? evidence = null)
    {
        using var timer = new PeriodicTimer(Pause);
        var end = DateTime.UtcNow + (deadline ?? TimeSpan.FromMinutes(5));
        while (!condition())
        {
            if (DateTime.UtcNow >= end)
                Assert.Fail($"waited in vain until {what}\n{evidence?.Invoke()}");
            await timer.WaitForNextTickAsync();
        }
    }
}
