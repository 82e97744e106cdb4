using Newtonsoft.Json;
using Unfold.Specs;

namespace Unfold.Results;

/// <summary>The accepted figures of one run.</summary>
/// <param name="Variant">Its variant or cell.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="SpecSha256">Its identity when it was accepted.</param>
/// <param name="Device">The class of device that it ran on; null in files of an older Unfold.</param>
/// <param name="Metrics">Its metrics, without those of the machine.</param>
public sealed record ExpectedRun(
    string Variant,
    int Seed,
    string SpecSha256,
    [property: JsonProperty(NullValueHandling = NullValueHandling.Ignore)] string? Device,
    SortedDictionary<string, double> Metrics)
{
    /// <summary>What is accepted of a finished run.</summary>
    public static ExpectedRun Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var metrics = result.Metrics.Where(m => !MetricNames.IsOfTheMachine(m.Key)).ToDictionary(m => m.Key, m => m.Value);
        return new ExpectedRun(result.Name, result.Seed, result.SpecSha256, DeviceClasses.Of(result.Device), new SortedDictionary<string, double>(metrics, StringComparer.Ordinal));
    }

    /// <summary>Whether it says the same.</summary>
    internal bool IsSameAs(ExpectedRun other) =>
        (Variant, Seed, SpecSha256, Device) == (other.Variant, other.Seed, other.SpecSha256, other.Device)
        && Metrics.Count == other.Metrics.Count
        && Metrics.All(m => other.Metrics.TryGetValue(m.Key, out var value) && value.Equals(m.Value));

    /// <summary>
    /// These figures where they are new, and what was accepted before where it is within its tolerance: figures that move a little each time
    /// they are accepted would drift as far as they like.
    /// </summary>
    /// <param name="before">What was accepted before of the same variant and seed, or null.</param>
    /// <param name="within">Its tolerances.</param>
    internal ExpectedRun KeepingOf(ExpectedRun? before, Expectations within)
    {
        if (before is null || before.SpecSha256 != SpecSha256)
            return this;
        var kept = Metrics.ToDictionary(m => m.Key, m => before.Metrics.TryGetValue(m.Key, out var old) && IsWithin(m.Key, old, m.Value, within) ? old : m.Value);
        var merged = this with { Device = before.Device, Metrics = new SortedDictionary<string, double>(kept, StringComparer.Ordinal) };
        // Figures of two classes of devices are those of no run.
        return merged.IsSameAs(before) ? before : before.Device is null || before.Device == Device ? merged with { Device = Device } : this;
    }

    private bool IsWithin(string metric, double before, double now, Expectations within) =>
        TolerantComparer.IsWithin(before, now, within.ToleranceOf(metric, Device).Allowed(before));
}
