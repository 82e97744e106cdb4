namespace Unfold.Slurm;

/// <summary>Waits for what another process will do.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Fails where it is not so in time; five minutes by default: a requeued job is held for two.</summary>
    public static async Task Is(Func<bool> condition, string what, TimeSpan? deadline = null)
    {
        using var timer = new PeriodicTimer(Pause);
        var end = DateTime.UtcNow + (deadline ?? TimeSpan.FromMinutes(5));
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, $"waited in vain until {what}");
            await timer.WaitForNextTickAsync();
        }
    }
}
