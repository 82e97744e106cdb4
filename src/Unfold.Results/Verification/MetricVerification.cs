using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Checks the figures that people wrote in a spec against means over the seeds; what was not run is not checked.</summary>
/// <param name="received">The runs.</param>
internal sealed class MetricVerification(IReadOnlyList<RunResult> received)
{
    private readonly ClaimCells _cells = new(DeclaredCell.Of(received));
    private readonly ReceivedFigures _figures = new(received);

    /// <summary>The checks of an expected figure, which holds for every cell of its variant.</summary>
    public IEnumerable<MetricCheck> Check(ExpectedMetric expected) =>
        from name in _cells.Of(expected.Name)
        let values = _figures.Of(name, expected.Metric, expected.Device)
        where values.Count > 0 || expected.Device is null
        let mean = ReceivedFigures.Mean(values)
        let allowed = expected.Tolerance.Allowed(expected.Value)
        let holds = Math.Abs(mean - expected.Value) <= allowed || (expected.OrBetter && Improvement.IsBetter(expected.Metric, mean - expected.Value))
        select new MetricCheck(name, expected.Metric, expected.Value, mean, values.Count, allowed, holds) { OrBetter = expected.OrBetter, Source = expected.Source };
}
