namespace Unfold.Reliability.Tests;

/// <summary>Runs that were stopped as a scheduler stops them.</summary>
internal static class InterruptedRun
{
    /// <summary>Starts a run and stops it after an epoch.</summary>
    public static void Make(ChaosRun run, int epoch)
    {
        using var process = run.Start();
        process.WaitForLine($"epoch {epoch},");
        process.Send(Signals.Terminate);
        var end = process.End();
        Assert.True(end.ExitCode == 75, $"stopped after epoch {epoch}, it ended with {end.ExitCode}: {end.Said}");
    }
}
