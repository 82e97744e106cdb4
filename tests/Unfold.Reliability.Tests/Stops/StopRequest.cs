using System.Diagnostics;

namespace Unfold.Reliability.Tests;

/// <summary>A signal that asks a process to stop, and what is promised of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="ExitCode">The exit code of what it stopped.</param>
internal sealed record StopRequest(string Name, int Number, int ExitCode)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StopRequest> All { get; } =
        [new("SIGTERM", Signals.Terminate, 75), new("SIGUSR1", Signals.User1, 75), new("SIGINT", Signals.Interrupt, 130)];

    /// <summary>Sends it, waits for the end, and counts what happened.</summary>
    /// <param name="process">The process.</param>
    /// <param name="changes">What it has changed since it started: one that does not listen yet has done nothing.</param>
    /// <param name="phase">What it was at.</param>
    /// <param name="outcome">Counts.</param>
    /// <returns>Whether everything was done.</returns>
    public bool Send(UnfoldProcess process, Func<IReadOnlyList<string>> changes, Func<string> phase, StopOutcome outcome)
    {
        var clock = Stopwatch.StartNew();
        process.Send(Number);
        var end = process.End();
        var took = clock.Elapsed;
        if (end.ExitCode == 0)
            outcome.WasLate();
        else if (end.ExitCode == ExitCode && end.Said.Contains($"stopped by {Name}", StringComparison.Ordinal))
            outcome.Stopped(phase(), took);
        else if (end.ExitCode == 128 + Number && changes().Count == 0)
            outcome.WasEarly();
        else
            outcome.Failures.Add($"{Name}: it ended with {end.ExitCode}, and changed {string.Join(", ", changes())}: {end.Said}");
        return end.ExitCode == 0;
    }
}
