using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Reporting;

/// <summary>What is said about the claims, the same in every format.</summary>
internal static class ClaimText
{
    /// <summary>The headings of a claim's comparisons.</summary>
    public static IReadOnlyList<string> Header { get; } = ["comparison", "verdict", "n", "left", "right", "right − left [95 %]", "p (t)", "p (Holm)", "p (Wilcoxon)", "per image [95 %]"];

    /// <summary>How verdicts are reached.</summary>
    public static string Method { get; } =
        $"A comparison is decided from {Significance.LeastSeeds} shared seeds on, where the two-sided paired t-test of the differences between seeds gives p < 0.05 after Holm’s correction over all claims of the experiment; "
        + "where a claim has a margin the test is about the difference beyond it (by …), or short of it (to within …). Wilcoxon’s exact signed-rank test stands beside it, and a bootstrap over the test images, clustered by seed. "
        + "Values are mean ± sample standard deviation over the shared seeds; n is their number.";

    /// <summary>Why there are no verdicts; null where there are.</summary>
    public static string? WhyNone(ReportSource source) => source switch
    {
        { Context.WithoutClaims: { } why } => why,
        { Expect: null } => "The experiment is not declared here any more, so that its claims are not known.",
        { Expect.Claims.Count: 0 } => "The experiment makes no claims.",
        _ => null,
    };

    /// <summary>A word for a verdict.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "does not hold",
        Verdict.HoldsInPart => "holds in part",
        _ => "not decided",
    };

    /// <summary>The fields of a comparison, in the order of <see cref="Header"/>.</summary>
    public static IReadOnlyList<string> Fields(JudgedComparison judged)
    {
        var difference = Difference(judged);
        return
        [
            Comparison(judged.Claim),
            judged.Reason is null ? Word(judged.Verdict) : $"{Word(judged.Verdict)}: {judged.Reason}",
            Numbers.Short(judged.Paired.Seeds.Count),
            Numbers.MeanAndDeviation(judged.Paired.Left),
            Numbers.MeanAndDeviation(judged.Paired.Right),
            difference is null ? "–" : Numbers.MeanAndInterval(difference.Mean, difference.Interval()),
            Numbers.P(judged.Paired.TTest?.PValue),
            Numbers.P(judged.AdjustedPValue),
            Numbers.P(judged.Paired.Wilcoxon?.PValue),
            judged.Images is null ? "–" : Numbers.MeanAndInterval(judged.Images.Mean, judged.Images.Interval),
        ];
    }

    /// <summary>Right − left. The tests are about what is left after the margin; the reader compares the figures themselves.</summary>
    public static Summary? Difference(JudgedComparison judged)
    {
        var margin = judged.Claim.Relation == ClaimRelation.Below ? judged.Claim.Margin : -judged.Claim.Margin;
        return judged.Paired.Difference is { } difference ? difference with { Mean = difference.Mean + margin } : null;
    }

    /// <summary>A comparison in words: the metric once, where both sides have the same.</summary>
    public static string Comparison(Claim claim) => claim.Left.Metric == claim.Right.Metric
        ? $"{claim.Left.Metric}: {claim.Left.Variant} {(claim.Relation == ClaimRelation.Below ? "<" : ">")} {claim.Right.Variant}{claim.MarginText}"
        : claim.ToString();
}
