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
    public int Requests { get; private set; }

    /// <summary>What went wrong.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>One stopped as it should.</summary>
    public void Stopped(string phase, TimeSpan after)
    {
        Requests++;
        _times.Add(after);
        _phases[phase] = _phases.GetValueOrDefault(phase) + 1;
    }

    /// <summary>One that was asked before it listened: the system ended it before it had done anything.</summary>
    public void WasEarly() => (Requests, _early) = (Requests + 1, _early + 1);

    /// <summary>One had done everything.</summary>
    public void WasLate() => (Requests, _late) = (Requests + 1, _late + 1);

    /// <summary>The time that this part of the requests took at most, from the signal to the process's end: what it saved is on disk then.</summary>
    public TimeSpan Percentile(double part) => _times.Count == 0 ? TimeSpan.Zero : _times.Order().ElementAt((int)Math.Ceiling(part * _times.Count) - 1);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Requests} requests ({string.Join(", ", _phases.Select(p => $"{p.Value} in {p.Key}"))}, {_early} before it listened, {_late} when all was done): from signal to end {Percentile(0.5).TotalSeconds:0.0} s (50 %), {Percentile(0.99).TotalSeconds:0.0} s (99 %); {Failures.Count} failures");
}
