using System.Globalization;

namespace Unfold.Reliability.Tests;

/// <summary>What became of processes that were asked to stop.</summary>
internal sealed class StopOutcome
{
    private readonly SortedDictionary<string, int> _phases = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _times = [];
    private int _early;
    private int _late;

    /// <summary>Requests so far.</summary>
    public int Requests => Heard + _early + _late;

    /// <summary>Those that stopped something: they came after it began to listen, and before it was done.</summary>
    public int Heard => _times.Count;

    /// <summary>How often the next command went on from the checkpoint that a request had left.</summary>
    public int GoneOn { get; set; }

    /// <summary>What went wrong.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Whether there is to be another round: until enough were heard, something went wrong, or so many came at the wrong moment that nothing listens.</summary>
    public bool IsToGoOn(int rounds, int times) => Failures.Count == 0 && Heard < times && Math.Max(rounds, Requests) < 10 + (5 * times);

    /// <summary>Fails where nothing listened.</summary>
    public void RequireHeard(int times)
    {
        if (Failures.Count == 0 && Heard < times)
            Failures.Add($"of {Requests} requests {Heard} were heard, and {times} are to be");
    }

    /// <summary>One stopped as it should.</summary>
    public void Stopped(string phase, TimeSpan after)
    {
        _times.Add(after);
        _phases[phase] = _phases.GetValueOrDefault(phase) + 1;
    }

    /// <summary>One that was asked before it listened: the system ended it before it had done anything.</summary>
    public void WasEarly() => _early++;

    /// <summary>One had done everything.</summary>
    public void WasLate() => _late++;

    /// <summary>The time that this part of the requests took at most, from the signal to the process's end: what it saved is on disk then.</summary>
    public TimeSpan Percentile(double part) => _times.Count == 0 ? TimeSpan.Zero : _times.Order().ElementAt((int)Math.Ceiling(part * _times.Count) - 1);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Heard} requests heard ({string.Join(", ", _phases.Select(p => $"{p.Value} in {p.Key}"))}), {_early} more before it listened and {_late} when all was done, gone on with {GoneOn} times: from signal to end {Percentile(0.5).TotalSeconds:0.0} s (50 %), {Percentile(0.99).TotalSeconds:0.0} s (99 %); {Failures.Count} failures");
}
