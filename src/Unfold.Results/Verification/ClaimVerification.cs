using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Checks what people wrote in a spec against means over the seeds; what was not run is not checked.</summary>
/// <param name="received">The runs.</param>
internal sealed class ClaimVerification(IReadOnlyList<RunResult> received)
{
    /// <summary>The checks of a claim: one for every pair of cells with the same axis values.</summary>
    public IEnumerable<ClaimCheck> Check(Claim claim) => ClaimPairs
        .Of(claim.Left.Variant, claim.Right.Variant, Cells(claim.Left.Variant), Cells(claim.Right.Variant))
        .Select(pair => CheckPair(claim with { Left = claim.Left with { Variant = pair.Left }, Right = claim.Right with { Variant = pair.Right } }));

    /// <summary>The checks of an expected figure, which holds for every cell of its variant.</summary>
    public IEnumerable<MetricCheck> Check(ExpectedMetric expected) =>
        from name in Cells(expected.Name)
        let values = Values(name, expected.Metric, expected.Device)
        where values.Count > 0 || expected.Device is null
        let mean = Mean(values)
        let allowed = expected.Tolerance.Allowed(expected.Value)
        select new MetricCheck(name, expected.Metric, expected.Value, mean, values.Count, allowed, Math.Abs(mean - expected.Value) <= allowed);

    private ClaimCheck CheckPair(Claim claim)
    {
        var (left, right) = (Values(claim.Left.Variant, claim.Left.Metric), Values(claim.Right.Variant, claim.Right.Metric));
        var (a, b) = (Mean(left), Mean(right));
        var seeds = Math.Min(left.Count, right.Count);
        var holds = seeds >= claim.Seeds && claim.Holds(a, b);
        var isDecided = seeds >= claim.Seeds && double.IsFinite(a) && double.IsFinite(b);
        return new ClaimCheck(claim.ToString(), a, b, seeds, holds, isDecided && holds == claim.Expected);
    }

    private List<string> Cells(string name)
    {
        var names = received.Where(r => r.Name == name || r.Variant == name).Select(r => r.Name).Distinct(StringComparer.Ordinal);
        return [.. names];
    }

    private List<double> Values(string name, string metric, string? device = null) =>
    [
        .. received
            .Where(r => r.Name == name && r.Metrics.ContainsKey(metric))
            .Where(r => device is null || r.Device?.StartsWith(device, StringComparison.Ordinal) == true)
            .Select(r => r.Metrics[metric]),
    ];

    private static double Mean(List<double> values) => values.Count == 0 ? double.NaN : Summary.Of(values).Mean;
}
