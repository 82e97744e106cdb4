using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Compares runs with the accepted figures, within the tolerances of the spec, and checks its claims.</summary>
public static class Verification
{
    /// <summary>Compares.</summary>
    /// <param name="expected">What was accepted.</param>
    /// <param name="expect">Tolerances and claims.</param>
    /// <param name="received">The runs, those that did not complete included.</param>
    /// <param name="asked">The variants that were asked for; null for every one that was accepted.</param>
    public static VerificationReport Of(ExpectedResults expected, Expectations expect, IReadOnlyList<RunResult> received, IReadOnlyCollection<string>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(expect);
        ArgumentNullException.ThrowIfNull(received);
        var comparer = new TolerantComparer((metric, value) => expect.ToleranceOf(metric).Allowed(value));
        var ran = received.Select(r => r.Variant).ToHashSet(StringComparer.Ordinal);
        return new VerificationReport(
            expected.Experiment,
            [.. received.Select(run => Check(run, expected, comparer)), .. Missing(expected, received, asked)],
            [.. expect.Claims.Where(c => ran.Contains(c.Left.Variant) && ran.Contains(c.Right.Variant)).Select(c => Check(c, received))]);
    }

    private static RunCheck Check(RunResult run, ExpectedResults expected, TolerantComparer comparer)
    {
        if (run.Status != RunStatus.Completed)
            return Refuse($"the run did not complete: {run.Error ?? run.Status.ToString()}");
        if (expected.Runs.FirstOrDefault(r => r.Variant == run.Variant && r.Seed == run.Seed) is not { } accepted)
            return Refuse("no result was accepted for it; accept this one with --accept");
        var differences = comparer.Compare(JObject.FromObject(accepted.Metrics), JObject.FromObject(ExpectedRun.Of(run).Metrics));
        var changed = accepted.SpecSha256 == run.SpecSha256
            ? null
            : $"its spec has changed since its result was accepted (identity {accepted.SpecSha256[..12]}, now {run.SpecSha256[..12]}); look at the figures and accept them with --accept";
        return new RunCheck(run.Variant, run.Seed, accepted.Metrics.Count, differences, changed);

        RunCheck Refuse(string problem) => new(run.Variant, run.Seed, 0, [], problem);
    }

    private static IEnumerable<RunCheck> Missing(ExpectedResults expected, IReadOnlyList<RunResult> received, IReadOnlyCollection<string>? asked)
    {
        var accepted = expected.Runs.Where(e => asked?.Contains(e.Variant) != false).Select(e => (e.Variant, e.Seed)).ToList();
        var strangers = (asked ?? []).Distinct().Where(a => expected.Runs.All(e => e.Variant != a) && received.All(r => r.Variant != a));
        return accepted
            .Except(received.Select(r => (r.Variant, r.Seed)))
            .Select(run => new RunCheck(run.Variant, run.Seed, 0, [], $"a result was accepted for it (seed {run.Seed}), and there is no run; train it, or take it out with --accept"))
            .Concat(strangers.Select(variant => new RunCheck(variant, 0, 0, [], "there is no run of it, and no accepted result")));
    }

    private static ClaimCheck Check(Claim claim, IReadOnlyList<RunResult> received)
    {
        var (left, right) = (Values(claim.Left, received), Values(claim.Right, received));
        var (a, b) = (Mean(left), Mean(right));
        return new ClaimCheck(claim.ToString(), a, b, Math.Min(left.Count, right.Count), claim.Holds(a, b));
    }

    private static List<double> Values(ClaimOperand operand, IReadOnlyList<RunResult> received) =>
        [.. received.Where(r => r.Variant == operand.Variant && r.Metrics.ContainsKey(operand.Metric)).Select(r => r.Metrics[operand.Metric])];

    private static double Mean(List<double> values) => values.Count == 0 ? double.NaN : Summary.Of(values).Mean;
}
