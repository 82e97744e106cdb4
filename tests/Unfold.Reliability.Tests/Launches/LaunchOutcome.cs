using System.Globalization;

namespace Unfold.Reliability.Tests;

/// <summary>What became of second processes.</summary>
internal sealed class LaunchOutcome
{
    private readonly List<TimeSpan> _refusals = [];
    private int _taken;

    /// <summary>What went wrong.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>One was refused.</summary>
    public void Refused(TimeSpan after) => _refusals.Add(after);

    /// <summary>The lock of a killed process was taken over.</summary>
    public void TakenOver() => _taken++;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_refusals.Count} second processes refused, the slowest after {_refusals.DefaultIfEmpty().Max().TotalSeconds:0.0} s; {_taken} locks of killed processes taken over; {Failures.Count} failures");
}
