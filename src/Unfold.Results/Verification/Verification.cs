using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Compares runs with the accepted figures, within the tolerances of the spec, and checks its expected figures and claims.</summary>
public static class Verification
{
    /// <summary>Compares.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="accepted">What was accepted; null for nothing yet: then expected figures and claims alone are checked.</param>
    /// <param name="expect">Tolerances, expected figures and claims.</param>
    /// <param name="received">The runs, those that did not complete included.</param>
    /// <param name="asked">The variants or cells that were asked for; null for every one that was accepted.</param>
    public static VerificationReport Of(string experiment, ExpectedResults? accepted, Expectations expect, IReadOnlyList<RunResult> received, IReadOnlyCollection<string>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(expect);
        ArgumentNullException.ThrowIfNull(received);
        var comparer = new TolerantComparer((metric, value) => expect.ToleranceOf(metric).Allowed(value));
        var claims = new ClaimVerification(received);
        return new VerificationReport(
            experiment,
            [.. received.Select(run => Check(run, accepted, comparer)), .. Missing(accepted?.Runs ?? [], received, asked)],
            [.. expect.Metrics.SelectMany(claims.Check)],
            [.. expect.Claims.SelectMany(claims.Check)]);
    }

    private static RunCheck Check(RunResult run, ExpectedResults? expected, TolerantComparer comparer)
    {
        if (run.Status != RunStatus.Completed)
            return Refuse($"the run did not complete: {run.Error ?? run.Status.ToString()}");
        if (expected is null)
            return new RunCheck(run.Name, run.Seed, 0, [], null);
        if (expected.Runs.FirstOrDefault(r => r.Variant == run.Name && r.Seed == run.Seed) is not { } accepted)
            return Refuse("no result was accepted for it; accept this one with --accept");
        var differences = comparer.Compare(JObject.FromObject(accepted.Metrics), JObject.FromObject(ExpectedRun.Of(run).Metrics));
        var changed = accepted.SpecSha256 == run.SpecSha256
            ? null
            : $"its spec has changed since its result was accepted (identity {accepted.SpecSha256[..12]}, now {run.SpecSha256[..12]}); look at the figures and accept them with --accept";
        return new RunCheck(run.Name, run.Seed, accepted.Metrics.Count, differences, changed);

        RunCheck Refuse(string problem) => new(run.Name, run.Seed, 0, [], problem);
    }

    private static IEnumerable<RunCheck> Missing(IReadOnlyList<ExpectedRun> expected, IReadOnlyList<RunResult> received, IReadOnlyCollection<string>? asked)
    {
        var accepted = expected.Where(e => asked?.Contains(e.Variant) != false).Select(e => (e.Variant, e.Seed)).ToList();
        var strangers = (asked ?? []).Distinct().Where(a => expected.All(e => e.Variant != a) && received.All(r => r.Name != a));
        return accepted
            .Except(received.Select(r => (Variant: r.Name, r.Seed)))
            .Select(run => new RunCheck(run.Variant, run.Seed, 0, [], $"a result was accepted for it (seed {run.Seed}), and there is no run; train it, or take it out with --accept"))
            .Concat(strangers.Select(variant => new RunCheck(variant, 0, 0, [], "there is no run of it, and no accepted result")));
    }
}
