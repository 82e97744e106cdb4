using System.Globalization;

namespace Unfold.Reliability.Tests;

/// <summary>What became of second processes.</summary>
internal sealed class LaunchOutcome
{
    private readonly List<TimeSpan> _refusals = [];

    /// <summary>What went wrong.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>One was refused.</summary>
    public void Refused(TimeSpan after) => _refusals.Add(after);

    /// <summary>Locks of killed processes that were taken over.</summary>
    public int TakenOver { get; set; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_refusals.Count} second processes refused, the slowest after {_refusals.DefaultIfEmpty().Max().TotalSeconds:0.0} s; {TakenOver} locks of killed processes taken over; {Failures.Count} failures");
}
