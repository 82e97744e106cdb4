namespace Unfold.Results;

/// <summary>A number that is not what was expected. A value that is not there is NaN.</summary>
/// <param name="Path">The metric, or the place in a JSON document.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Received">What was received.</param>
/// <param name="Allowed">The allowed difference.</param>
public sealed record MetricDifference(string Path, double Expected, double Received, double Allowed)
{
    /// <summary>Received − expected.</summary>
    public double Difference => Received - Expected;
}
