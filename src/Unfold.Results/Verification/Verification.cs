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
    /// <param name="declared">The cells that the experiment declares: of a claim about more than was run a part is no verdict; null for those of the runs.</param>
    /// <param name="stale">Why a run is not one of today's spec, or null; by default nothing is known of today's.</param>
    /// <param name="areLandscapesDue">Whether a claim about landscapes fails where they were not taken: of runs that are kept with them.</param>
    public static VerificationReport Of(string experiment, ExpectedResults? accepted, Expectations expect, IReadOnlyList<RunResult> received, IReadOnlyCollection<string>? asked = null, IReadOnlyList<DeclaredCell>? declared = null, Func<RunResult, string?>? stale = null, bool areLandscapesDue = false)
    {
        ArgumentNullException.ThrowIfNull(expect);
        ArgumentNullException.ThrowIfNull(received);
        var comparer = new TolerantComparer((metric, value) => expect.ToleranceOf(metric).Allowed(value));
        return new VerificationReport(
            experiment,
            [.. received.Select(run => Check(run, accepted, comparer, stale?.Invoke(run))), .. Missing(accepted?.Runs ?? [], received, asked)],
            [.. expect.Metrics.SelectMany(new MetricVerification(received).Check)],
            [.. new ClaimVerification([.. expect.Claims], received, declared, areLandscapesDue).Check()]);
    }

    private static RunCheck Check(RunResult run, ExpectedResults? expected, TolerantComparer comparer, string? stale)
    {
        if (run.Status != RunStatus.Completed)
            return Refuse($"the run did not complete: {run.Error ?? run.Status.ToString()}");
        if (expected is null)
            return new RunCheck(run.Name, run.Seed, 0, [], stale);
        if (expected.Runs.FirstOrDefault(r => r.Variant == run.Name && r.Seed == run.Seed) is not { } accepted)
            return Refuse("no result was accepted for it; accept this one with --accept");
        var differences = comparer.Compare(JObject.FromObject(accepted.Metrics), JObject.FromObject(ExpectedRun.Of(run).Metrics));
        var changed = accepted.SpecSha256 == run.SpecSha256
            ? stale
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
