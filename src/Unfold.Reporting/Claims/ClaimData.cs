using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The comparisons of claims as data: a column for each number.</summary>
internal static class ClaimData
{
    private static readonly string[] Header =
    [
        "claim", "comparison", "verdict", "reason", "seeds", "left mean", "left standard deviation", "right mean", "right standard deviation",
        "difference", "difference low", "difference high", "p t", "p holm", "p wilcoxon", "image difference", "image difference low", "image difference high",
    ];

    /// <summary>As CSV; what there is not is empty. Intervals are of 95 %.</summary>
    public static string Csv(IEnumerable<JudgedClaim> claims) =>
        Reporting.Csv.Write(Header, claims.SelectMany(c => c.Comparisons.Select(j => Row(c.Says, j))));

    private static IEnumerable<string> Row(string says, JudgedComparison judged)
    {
        var paired = judged.Paired;
        var difference = ClaimText.Difference(judged);
        var interval = difference?.Interval();
        return
        [
            Reporting.Csv.Text(says), Reporting.Csv.Text(ClaimText.Comparison(judged.Claim)), ClaimText.Word(judged.Verdict), Reporting.Csv.Text(judged.Reason ?? ""), Numbers.Exact(paired.Seeds.Count),
            Number(paired.Left?.Mean), Number(paired.Left?.Deviation), Number(paired.Right?.Mean), Number(paired.Right?.Deviation),
            Number(difference?.Mean), Number(interval?.Lower), Number(interval?.Upper),
            Number(paired.TTest?.PValue), Number(judged.AdjustedPValue), Number(paired.Wilcoxon?.PValue),
            Number(judged.Images?.Mean), Number(judged.Images?.Interval?.Lower), Number(judged.Images?.Interval?.Upper),
        ];
    }

    private static string Number(double? value) => value is null or double.NaN ? "" : Numbers.Exact(value.Value);
}
