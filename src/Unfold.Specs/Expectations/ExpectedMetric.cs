namespace Unfold.Specs;

/// <summary>A figure that a person expects: the mean over the seeds of a variant or cell.</summary>
/// <param name="Name">The variant or cell.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Value">The expected value.</param>
/// <param name="Tolerance">How far it may be from it.</param>
/// <param name="Device">The class of device that it holds for, <c>cpu</c> or <c>cuda</c>; null for every one.</param>
public sealed record ExpectedMetric(string Name, string Metric, double Value, MetricTolerance Tolerance, string? Device)
{
    /// <summary>Whether a better figure is as expected too, however far away: what others published is a bound.</summary>
    public bool OrBetter { get; init; }

    /// <summary>Who published the value, in words; null where it is the experiment's own.</summary>
    public string? Source { get; init; }
}
