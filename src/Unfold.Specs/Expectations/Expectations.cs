namespace Unfold.Specs;

/// <summary>The <c>expect</c> section: written by people, outside a run's identity.</summary>
/// <param name="Tolerances">How far metrics may be from the committed results.</param>
/// <param name="Metrics">Expected figures.</param>
/// <param name="Claims">What must hold between variants.</param>
public sealed record Expectations(EquatableArray<MetricTolerance> Tolerances, EquatableArray<ExpectedMetric> Metrics, EquatableArray<Claim> Claims)
{
    /// <summary>An experiment without the section.</summary>
    public static Expectations None { get; } = new(default, default, default);

    /// <summary>The tolerance of a metric: the spec's for the class of device, else the spec's, else the default.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="device">The device that a run ran on, such as <c>cuda:0</c>; null where it is not known.</param>
    public MetricTolerance ToleranceOf(string metric, string? device = null)
    {
        var own = DeviceClasses.Of(device);
        return Tolerances.FirstOrDefault(t => t.Metric == metric && t.Device is not null && t.Device == own)
            ?? Tolerances.FirstOrDefault(t => t.Metric == metric && t.Device is null)
            ?? MetricTolerance.Default(metric);
    }
}
