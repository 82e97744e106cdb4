using System.Globalization;
using Unfold.Specs;

namespace Unfold.Results;

/// <summary>Judges the claims of an experiment by paired tests over seeds, for reports and for <c>verify</c>.</summary>
public static class ClaimJudge
{
    /// <summary>Judges every claim; claims with the same words together, in the order of the spec. A comparison whose runs are not there is not decided.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="runs">The runs; only completed ones count.</param>
    /// <param name="cells">The cells that the experiment declares; null where it is declared no more: then those of the runs.</param>
    public static IReadOnlyList<JudgedClaim> Judge(IEnumerable<Claim> claims, IReadOnlyList<StoredRun> runs, IReadOnlyList<DeclaredCell>? cells = null) =>
    [
        .. Compare([.. claims], runs, cells)
            .Where(c => c.Judged.Count > 0)
            .GroupBy(c => c.Claim.Says ?? c.Claim.ToString(), StringComparer.Ordinal)
            .Select(group => Conclude(group.Key, [.. group.SelectMany(c => c.Judged)])),
    ];

    /// <summary>Judges every claim by itself, as it is written in the spec, with the same correction; without figures of single images.</summary>
    internal static IReadOnlyList<JudgedClaim> JudgeEach(IReadOnlyList<Claim> claims, IReadOnlyList<RunResult> runs, IReadOnlyList<DeclaredCell>? cells) =>
        [.. Compare(claims, [.. runs.Select(r => new StoredRun("", r, [], null, null))], cells).Select(c => Conclude(c.Claim.ToString(), c.Judged))];

    private static IEnumerable<(Claim Claim, IReadOnlyList<JudgedComparison> Judged)> Compare(IReadOnlyList<Claim> claims, IReadOnlyList<StoredRun> runs, IReadOnlyList<DeclaredCell>? cells)
    {
        var completed = runs.Where(r => r.Result.Status == RunStatus.Completed).ToList();
        var named = new ClaimCells(cells ?? DeclaredCell.Of(runs.Select(r => r.Result))).With(claims);
        var compared = claims.SelectMany((claim, at) => named.Pairs(claim).Select(pair => (At: at, Pair: pair, Paired: Compare(pair, completed)))).ToList();
        // What no chance decides, such as a count of parameters, is no test that others must be corrected for.
        var adjusted = Holm.Adjust([.. compared.Select(c => IsExact(c.Pair) || c.Paired.Seeds.Count < Required(c.Pair) ? double.NaN : c.Paired.PValue)]);
        var judged = compared.Select((c, i) => (c.At, Judged: Judge(c.Pair, c.Paired, adjusted[i], completed))).ToLookup(c => c.At, c => c.Judged);
        return claims.Select((claim, at) => (claim, (IReadOnlyList<JudgedComparison>)[.. judged[at]]));
    }

    private static PairedComparison Compare(Claim claim, List<StoredRun> runs) => PairedComparison.Of(
        Of(runs, claim.Left).Select(r => r.Result),
        claim.Left.Metric,
        Of(runs, claim.Right).Select(r => r.Result),
        claim.Right.Metric,
        claim.Relation == ClaimRelation.Below ? claim.Margin : -claim.Margin);

    private static IEnumerable<StoredRun> Of(List<StoredRun> runs, ClaimOperand side) => runs.Where(r => r.Result.Name == side.Variant);

    private static JudgedComparison Judge(Claim claim, PairedComparison paired, double adjusted, List<StoredRun> runs)
    {
        var inItsDirection = (paired.Difference?.Mean ?? 0) * (claim.Relation == ClaimRelation.Below ? 1 : -1) > 0;
        var images = ImageDifferences.Of([.. Of(runs, claim.Left)], claim.Left.Metric, [.. Of(runs, claim.Right)], claim.Right.Metric);
        if (paired.Left is not null && IsExact(claim))
            return new JudgedComparison(claim, paired, double.NaN, null, inItsDirection ? Verdict.Holds : Verdict.DoesNotHold, null);
        var reason = Missing(claim, runs) ?? WhyNot(claim, paired, adjusted);
        var verdict = (reason, inItsDirection) switch
        {
            (not null, _) => Verdict.NotDecided,
            (_, true) => Verdict.Holds,
            _ => Verdict.DoesNotHold,
        };
        return new JudgedComparison(claim, paired, adjusted, images, verdict, reason);
    }

    private static string? Missing(Claim claim, List<StoredRun> runs)
    {
        var missing = new[] { claim.Left, claim.Right }.Where(side => !Of(runs, side).Any()).Select(side => side.Variant).Distinct(StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? null : $"no completed run of {string.Join(", nor of ", missing)}";
    }

    private static string? WhyNot(Claim claim, PairedComparison paired, double adjusted)
    {
        var required = Required(claim);
        if (paired.Seeds.Count < required)
            return string.Create(CultureInfo.InvariantCulture, $"{paired.Seeds.Count} shared {(paired.Seeds.Count == 1 ? "seed" : "seeds")}, {required} are needed");
        if (double.IsNaN(adjusted))
            return "a figure is not finite";
        return adjusted < Significance.Level ? null : "the test does not separate them";
    }

    private static int Required(Claim claim) => Math.Max(Significance.LeastSeeds, claim.Seeds);

    private static bool IsExact(Claim claim) => claim.Left.Metric == MetricNames.ParametersCount && claim.Right.Metric == MetricNames.ParametersCount;

    private static JudgedClaim Conclude(string says, IReadOnlyList<JudgedComparison> comparisons)
    {
        var verdicts = comparisons.Select(c => c.Verdict).Distinct().ToList();
        var verdict = verdicts switch
        {
            [var only] => only,
            _ when verdicts.Contains(Verdict.Holds) => Verdict.HoldsInPart,
            // What is claimed of all is refuted by one.
            _ => Verdict.DoesNotHold,
        };
        return new JudgedClaim(says, verdict, verdicts.Count == 1 ? Words(verdicts[0]) : PartialVerdict.Sentence(comparisons), comparisons);
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "does not hold",
        _ => "not decided",
    };
}
