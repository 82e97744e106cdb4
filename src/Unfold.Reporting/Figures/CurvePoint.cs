using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A point of a curve.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Value">Over the seeds.</param>
/// <param name="Lower">The band's lower end: mean − deviation, and no lower than the lowest seed, which keeps it positive.</param>
internal sealed record CurvePoint(double Epoch, Summary Value, double Lower)
{
    public static CurvePoint Of(int epoch, IReadOnlyList<double> values)
    {
        var summary = Summary.Of(values);
        return new CurvePoint(epoch, summary, Math.Max(summary.Mean - summary.Deviation, values.Min()));
    }
}
