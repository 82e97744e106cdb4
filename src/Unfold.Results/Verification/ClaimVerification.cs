using Unfold.Specs;

namespace Unfold.Results;

/// <summary>
/// Checks the claims of a spec: by paired tests where there are the seeds for them, else against means, which notices changes and proves
/// nothing. What was not run is not checked.
/// </summary>
/// <param name="claims">All claims of the experiment: each test is corrected for the others, as in the report.</param>
/// <param name="received">The runs.</param>
/// <param name="declared">The cells that the experiment declares; null for those of the runs.</param>
/// <param name="areLandscapesDue">Whether a claim about landscapes fails where they were not taken.</param>
internal sealed class ClaimVerification(IReadOnlyList<Claim> claims, IReadOnlyList<RunResult> received, IReadOnlyList<DeclaredCell>? declared, bool areLandscapesDue = false)
{
    private readonly ClaimCells _received = new(DeclaredCell.Of(received));
    private readonly ClaimCells _declared = new(declared ?? DeclaredCell.Of(received));
    private readonly ReceivedFigures _figures = new(received);

    /// <summary>The checks, one for each claim that the runs are about, in the order of the spec.</summary>
    public IEnumerable<ClaimCheck> Check()
    {
        var judged = ClaimJudge.JudgeEach(claims, received, declared);
        // Corrected for fewer claims than in the report, a test says something else.
        var areAllThere = claims.All(IsWhole);
        return claims.Zip(judged, (claim, itsVerdict) => Check(claim, itsVerdict, areAllThere)).OfType<ClaimCheck>();
    }

    private ClaimCheck? Check(Claim claim, JudgedClaim judged, bool areAllThere)
    {
        var means = _received.Pairs(claim).Select(Compare).ToList();
        if (means.Count == 0)
            return null;
        var isWhole = IsWhole(claim);
        var seeds = isWhole ? judged.Comparisons.Min(c => c.Paired.Seeds.Count) : means.Min(m => m.Seeds);
        if (IsAboutLandscapes(claim) && means.Any(m => m.Seeds == 0))
            return new ClaimCheck(claim.ToString(), claim.Expected, null, null, seeds, means, !areLandscapesDue) { IsChecked = false, LacksLandscapes = true };
        if (areAllThere && seeds >= Significance.LeastSeeds)
            return new ClaimCheck(claim.ToString(), claim.Expected, judged.Verdict, judged.Sentence, seeds, means, IsAsDeclared(judged.Verdict, claim.Expected));
        var (passes, isChecked) = ByMeans(claim.Expected, means, isWhole);
        return new ClaimCheck(claim.ToString(), claim.Expected, null, null, seeds, means, passes) { IsChecked = isChecked };
    }

    // Of a claim about all cells a part tells nothing.
    private bool IsWhole(Claim claim) => _declared.Pairs(claim).Count() == _received.Pairs(claim).Count();

    private static (bool Passes, bool IsChecked) ByMeans(ClaimExpectation expected, List<MeanComparison> means, bool isWhole) => expected switch
    {
        ClaimExpectation.Holds => (means.All(m => m.Holds), true),
        ClaimExpectation.DoesNotHold when means.Any(m => m.IsDecided && !m.Holds) => (means.All(m => m.IsDecided), true),
        ClaimExpectation.DoesNotHold when isWhole => (false, true),
        _ => (true, false),
    };

    private static bool IsAsDeclared(Verdict verdict, ClaimExpectation expected) => verdict == expected switch
    {
        ClaimExpectation.Holds => Verdict.Holds,
        ClaimExpectation.DoesNotHold => Verdict.DoesNotHold,
        ClaimExpectation.HoldsInPart => Verdict.HoldsInPart,
        _ => Verdict.NotDecided,
    };

    // A landscape is taken when somebody asks for it: runs that were just trained have none.
    private static bool IsAboutLandscapes(Claim claim) => claim.Left.Metric.StartsWith(LandscapeMetrics.Prefix, StringComparison.Ordinal);

    private MeanComparison Compare(Claim claim)
    {
        var (left, right) = (_figures.Of(claim.Left.Variant, claim.Left.Metric), _figures.Of(claim.Right.Variant, claim.Right.Metric));
        var (a, b) = (ReceivedFigures.Mean(left), ReceivedFigures.Mean(right));
        var seeds = Math.Min(left.Count, right.Count);
        var isDecided = seeds >= claim.Seeds && double.IsFinite(a) && double.IsFinite(b);
        return new MeanComparison(claim.ToString(), a, b, seeds, isDecided && claim.Holds(a, b), isDecided);
    }
}
