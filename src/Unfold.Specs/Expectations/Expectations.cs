namespace Unfold.Specs;

/// <summary>The <c>expect</c> section: written by people, outside a run's identity.</summary>
/// <param name="Tolerances">How far metrics may be from the committed results.</param>
/// <param name="Metrics">Expected figures.</param>
/// <param name="Claims">What must hold between variants.</param>
public sealed record Expectations(EquatableArray<MetricTolerance> Tolerances, EquatableArray<ExpectedMetric> Metrics, EquatableArray<Claim> Claims)
{
    /// <summary>An experiment without the section.</summary>
    public static Expectations None { get; } = new(default, default, default);

    /// <summary>The tolerance of a metric: the spec's, else the default.</summary>
    public MetricTolerance ToleranceOf(string metric) => Tolerances.FirstOrDefault(t => t.Metric == metric) ?? MetricTolerance.Default(metric);
}
