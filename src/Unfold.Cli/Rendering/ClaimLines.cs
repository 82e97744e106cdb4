using System.Globalization;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Rendering;

/// <summary>What became of the claims, a line each; where means alone were compared, a line for every cell.</summary>
internal static class ClaimLines
{
    public static IEnumerable<string> Of(ClaimCheck claim) => claim switch
    {
        { Verdict: not null } => [Judged(claim)],
        { LacksLandscapes: true } => [$"{(claim.Passes ? "not checked:  " : "NOT CHECKED:  ")} {claim.Claim} (not every run has a landscape; unfold landscape takes them)"],
        { IsChecked: false } => [string.Create(CultureInfo.InvariantCulture, $"not checked:   {claim.Claim} (declared: {Word(claim.Declared)}; paired tests need {Significance.LeastSeeds} shared seeds of all cells; n = {claim.Seeds})")],
        _ => claim.Means.Select(m => string.Create(CultureInfo.InvariantCulture, $"{Between(claim, m)} {m.Claim} ({m.Left:g4}, {m.Right:g4}; n = {m.Seeds})")),
    };

    /// <summary>How many hold, and how many others are as they were declared.</summary>
    public static string Sum(IReadOnlyList<ClaimCheck> claims)
    {
        var isChecked = claims.Where(c => c.IsChecked).ToList();
        var others = isChecked.Count(c => c is { Holds: false, Passes: true });
        return string.Concat(
            $"{isChecked.Count(c => c.Holds)} of {isChecked.Count} claims hold",
            others == 0 ? "" : $", {others} {(others == 1 ? "does" : "do")} not, as declared",
            isChecked.Count == claims.Count ? "" : $", {claims.Count - isChecked.Count} not checked");
    }

    private static string Judged(ClaimCheck claim)
    {
        var comparisons = claim.Means.Count == 1 ? "" : $", {claim.Means.Count} comparisons";
        return claim is { Passes: true, Holds: true }
            ? $"holds:         {claim.Claim} (paired tests{comparisons}; n = {claim.Seeds})"
            : $"{(claim.Passes ? "as declared:  " : "NOT AS DECLARED:")} {claim.Claim}: {claim.Sentence} (paired tests{comparisons}; n = {claim.Seeds}; declared: {Word(claim.Declared)})";
    }

    private static string Between(ClaimCheck claim, MeanComparison means) => (claim.Declared, means.Holds) switch
    {
        (ClaimExpectation.DoesNotHold, true) when !claim.Passes => "HOLDS, WHICH WAS NOT DECLARED:",
        (ClaimExpectation.DoesNotHold, false) when means.IsDecided => "does not hold, as declared:",
        (_, true) => "holds:        ",
        (_, false) when !means.IsDecided => "NOT DECIDED:  ",
        _ => "DOES NOT HOLD:",
    };

    private static string Word(ClaimExpectation declared) => declared switch
    {
        ClaimExpectation.Holds => "holds",
        ClaimExpectation.DoesNotHold => "does not hold",
        ClaimExpectation.HoldsInPart => "in part",
        _ => "undecided",
    };
}
