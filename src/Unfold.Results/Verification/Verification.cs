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
    /// <param name="scope">What is verified; null for all that was accepted.</param>
    public static VerificationReport Of(string experiment, ExpectedResults? accepted, Expectations expect, IReadOnlyList<RunResult> received, VerificationScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(expect);
        ArgumentNullException.ThrowIfNull(received);
        scope ??= new VerificationScope();
        return new VerificationReport(
            experiment,
            [.. received.Select(run => Check(run, accepted, expect, scope)), .. new MissingRuns(accepted?.Runs ?? [], received, scope).Check()],
            [.. expect.Metrics.SelectMany(new MetricVerification(received).Check)],
            [.. new ClaimVerification([.. expect.Claims], received, scope.Declared, scope.AreLandscapesDue).Check()])
        {
            Called = scope.Called ?? experiment,
            Statistics = SeedStatistics.Of(received),
        };
    }

    private static RunCheck Check(RunResult run, ExpectedResults? expected, Expectations expect, VerificationScope scope)
    {
        var check = new RunCheck(run.Name, run.Seed, 0, [], null) { Device = DeviceClasses.Of(run.Device) };
        if (run.Status != RunStatus.Completed)
            return check with { Problem = $"the run did not complete: {run.Error ?? run.Status.ToString()}", IsError = true };
        if (scope.IsSurplus(run.Name, run.Seed))
            return check with { Problem = $"the spec does not declare its seed {run.Seed}; declare it, or accept without it: --accept --keep" };
        if (expected is null)
            return check with { Problem = scope.Stale?.Invoke(run) };
        if (expected.Runs.FirstOrDefault(r => r.Variant == run.Name && r.Seed == run.Seed) is not { } accepted)
            return check with { Problem = "no result was accepted for it; accept this one with --accept" };
        var changed = accepted.SpecSha256 == run.SpecSha256
            ? scope.Stale?.Invoke(run)
            : $"its spec has changed since its result was accepted (identity {accepted.SpecSha256[..12]}, now {run.SpecSha256[..12]}); look at the figures and accept them with --accept";
        return check with { Compared = accepted.Metrics.Count, Differences = Differences(accepted, run, expect), Problem = changed, AcceptedOn = accepted.Device };
    }

    // How far figures may be away is a matter of where they were computed now.
    private static List<Difference> Differences(ExpectedRun accepted, RunResult run, Expectations expect)
    {
        var comparer = new TolerantComparer((metric, value) => expect.ToleranceOf(metric, run.Device).Allowed(value));
        return [.. comparer.Compare(JObject.FromObject(accepted.Metrics), JObject.FromObject(ExpectedRun.Of(run).Metrics)).Select(Improvement.Marked)];
    }
}
