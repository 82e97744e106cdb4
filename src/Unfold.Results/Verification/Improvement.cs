using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Tells better figures from others that differ: both fail, since nobody looked at either, and the words are kinder.</summary>
internal static class Improvement
{
    /// <summary>The difference, marked where it is one for the better.</summary>
    public static Difference Marked(Difference difference) =>
        difference is { Kind: DifferenceKind.Differs, Delta: { } delta } && IsBetter(difference.Path, delta) ? difference with { Kind = DifferenceKind.Better } : difference;

    /// <summary>Whether a metric is better by received − expected.</summary>
    public static bool IsBetter(string metric, double delta) => ExpectableMetrics.DirectionOf(metric) switch
    {
        MetricDirection.Lower => delta < 0,
        MetricDirection.Higher => delta > 0,
        _ => false,
    };
}
