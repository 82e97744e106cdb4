using Unfold.Specs;

namespace Unfold.Results;

/// <summary>One comparison of a claim, judged over the shared seeds.</summary>
/// <param name="Claim">The comparison, its cells named.</param>
/// <param name="Paired">The two sides; differences are right − left, less the margin in the claim's direction.</param>
/// <param name="AdjustedPValue">The t-test's p-value after Holm's correction over all claims of the experiment; NaN where there is no test.</param>
/// <param name="Images">Right − left of every test image, where the metric has figures for each; null otherwise.</param>
/// <param name="Verdict">Holds, does not hold or not decided.</param>
/// <param name="Reason">Why nothing is decided; null where something is.</param>
public sealed record JudgedComparison(Claim Claim, PairedComparison Paired, double AdjustedPValue, ClusteredBootstrap? Images, Verdict Verdict, string? Reason);
