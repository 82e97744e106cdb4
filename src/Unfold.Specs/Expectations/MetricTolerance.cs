namespace Unfold.Specs;

/// <summary>How far a metric may be from its expected value v: at most <c>abs + rel · |v|</c>.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Absolute">abs, in the metric's unit.</param>
/// <param name="Relative">rel.</param>
/// <param name="Device">The class of device of the runs that it is for; null for all that have none of their own.</param>
public sealed record MetricTolerance(string Metric, double Absolute, double Relative, string? Device = null)
{
    /// <summary>The largest allowed |difference| from an expected value.</summary>
    public double Allowed(double expected) => Absolute + (Relative * Math.Abs(expected));

    /// <summary>
    /// The tolerance of a metric for which the spec sets none: counts are exact, decibels may be 0.05 dB away, the gap (a small
    /// difference of larger numbers) 1e-4, epochs one, what tells of gradients and jitter 10 %, and everything else 1 %. Two
    /// machines add floats in different orders.
    /// </summary>
    public static MetricTolerance Default(string metric) => metric switch
    {
        "parameters.count" => new(metric, 0, 0),
        "stability.best_epoch" or "train.epochs" => new(metric, 1, 0),
        _ when metric.StartsWith("stability.", StringComparison.Ordinal) => new(metric, 0, 0.1),
        _ when ExpectableMetrics.UnitOf(metric) is "dB" or "dB of error" => new(metric, 0.05, 0),
        _ when metric == "gap.published" || metric.StartsWith("generalization.gap", StringComparison.Ordinal) => new(metric, 1e-4, 0.01),
        _ => new(metric, 0, 0.01),
    };
}
