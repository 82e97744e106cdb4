using System.Collections.Concurrent;

namespace Unfold.Reliability.Tests;

/// <summary>What became of the runs whose processes were killed.</summary>
internal sealed class KillOutcome
{
    private readonly ConcurrentDictionary<RunPhase, int> _kills = new();
    private int _runs;
    private int _goneOn;

    /// <summary>Processes that were killed.</summary>
    public int Kills => _kills.Values.Sum();

    /// <summary>Runs that were brought to their end.</summary>
    public int Runs => _runs;

    /// <summary>Directories in which something could not be read.</summary>
    public ConcurrentBag<string> Unreadable { get; } = [];

    /// <summary>Results that were there, and changed or were gone later.</summary>
    public ConcurrentBag<string> Lost { get; } = [];

    /// <summary>Runs that did not go on, or ended otherwise than undisturbed ones.</summary>
    public ConcurrentBag<string> Different { get; } = [];

    /// <summary>All that went wrong.</summary>
    public IEnumerable<string> Failures => [.. Unreadable, .. Lost, .. Different];

    /// <summary>Counts a kill.</summary>
    public void Killed(RunPhase phase) => _kills.AddOrUpdate(phase, 1, (_, n) => n + 1);

    /// <summary>Counts an attempt that went on from the checkpoint that was there.</summary>
    public void WentOn() => Interlocked.Increment(ref _goneOn);

    /// <summary>Counts a run's end.</summary>
    public void RunEnded() => Interlocked.Increment(ref _runs);

    public override string ToString() =>
        $"{Kills} kills ({string.Join(", ", _kills.OrderBy(k => k.Key).Select(k => $"{k.Value} in {k.Key.ToString().ToLowerInvariant()}"))}) over {Runs} runs, gone on with from the last checkpoint {_goneOn} times: "
        + $"{Unreadable.Count} unreadable directories, {Lost.Count} lost results, {Different.Count} runs that ended otherwise";
}
