using System.Globalization;

namespace Unfold.Results;

/// <summary>What people wrote in the spec, as cases: figures and claims.</summary>
internal static class ExpectationCases
{
    public static VerificationCase Of(MetricCheck figure)
    {
        var name = $"expected: {figure.Name}.{figure.Metric}";
        return figure.Holds ? new VerificationCase(name, CaseOutcome.Passed) : new VerificationCase(name, CaseOutcome.Failed, figure.Sentence);
    }

    public static VerificationCase Of(ClaimCheck claim)
    {
        var name = $"claim: {claim.Claim}";
        var means = string.Join('\n', claim.Means.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Claim}: {m.Left:g6}, {m.Right:g6} (n = {m.Seeds})")));
        return claim switch
        {
            { Passes: true, IsChecked: true } => new VerificationCase(name, CaseOutcome.Passed),
            { Passes: true } => new VerificationCase(name, CaseOutcome.Skipped, claim.LacksLandscapes ? "not every run has a landscape" : $"there are not the seeds to tell; declared: {claim.Declared}"),
            { LacksLandscapes: true } => new VerificationCase(name, CaseOutcome.Failed, "not every run has a landscape: unfold landscape takes them"),
            { Sentence: { } sentence } => new VerificationCase(name, CaseOutcome.Failed, $"{sentence}; declared: {claim.Declared}", means),
            _ => new VerificationCase(name, CaseOutcome.Failed, $"{(claim.Means.All(m => m.IsDecided) ? claim.Holds ? "it holds" : "it does not hold" : "there are not the figures to tell")}; declared: {claim.Declared}", means),
        };
    }
}
