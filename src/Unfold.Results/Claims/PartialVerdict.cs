using System.Globalization;
using Unfold.Specs;

namespace Unfold.Results;

/// <summary>The sentence for a claim whose comparisons came out differently, by what tells them apart.</summary>
internal static class PartialVerdict
{
    public static string Sentence(IReadOnlyList<JudgedComparison> comparisons)
    {
        var (preposition, name) = Names(comparisons);
        var parts = new[]
        {
            Part(Verdict.Holds, comparisons.Any(c => c.Verdict == Verdict.DoesNotHold) ? "holds only" : "holds"),
            Part(Verdict.DoesNotHold, "does not hold"),
            Part(Verdict.NotDecided, "not decided"),
        };
        return string.Join("; ", parts.OfType<string>());

        string? Part(Verdict verdict, string words)
        {
            var named = comparisons.GroupBy(name, StringComparer.Ordinal).Where(g => g.Any(c => c.Verdict == verdict)).Select(g => Share(g, verdict)).ToList();
            return named.Count == 0 ? null : $"{words} {preposition} {string.Join(", ", named)}";
        }
    }

    // How many, where the comparisons of one name came out differently.
    private static string Share(IGrouping<string, JudgedComparison> named, Verdict verdict)
    {
        var count = named.Count(c => c.Verdict == verdict);
        return count == named.Count() ? named.Key : string.Create(CultureInfo.InvariantCulture, $"{named.Key} ({count} of {named.Count()})");
    }

    // Against other opponents, for other contenders, at other values of the axes, or whatever differs.
    private static (string Preposition, Func<JudgedComparison, string> Name) Names(IReadOnlyList<JudgedComparison> comparisons)
    {
        if (IsOne(c => c.Claim.Left))
            return ("against", IsOne(c => c.Claim.Right.Metric) ? c => c.Claim.Right.Variant : c => c.Claim.Right.ToString());
        if (IsOne(c => c.Claim.Right))
            return ("for", IsOne(c => c.Claim.Left.Metric) ? c => c.Claim.Left.Variant : c => c.Claim.Left.ToString());
        if (comparisons.All(c => c.Claim.Left.Metric == c.Claim.Right.Metric) && IsOne(c => c.Claim.Left.Variant) && IsOne(c => c.Claim.Right.Variant))
            return ("for", c => c.Claim.Left.Metric);
        if (comparisons.All(c => Axes(c.Claim.Left.Variant).Length > 0 && Axes(c.Claim.Left.Variant) == Axes(c.Claim.Right.Variant)) && IsOne(c => c.Claim.Left.Metric))
            return ("at", c => Axes(c.Claim.Left.Variant));
        if (IsOne(c => Variant(c.Claim.Left.Variant)) && IsOne(c => c.Claim.Left.Metric) && comparisons.All(c => c.Claim.Left.Metric == c.Claim.Right.Metric) && !IsOne(c => Variant(c.Claim.Right.Variant)))
            return ("against", c => Variant(c.Claim.Right.Variant));
        return ("for", c => Of(c.Claim).ToString());

        bool IsOne<T>(Func<JudgedComparison, T> part) => comparisons.Select(part).Distinct().Count() == 1;
    }

    // The claim between variants that one between their cells came from.
    private static Claim Of(Claim claim) => claim with
    {
        Left = claim.Left with { Variant = Variant(claim.Left.Variant) },
        Right = claim.Right with { Variant = Variant(claim.Right.Variant) },
        Seeds = 1,
    };

    private static string Variant(string cell) => cell.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? cell[..at] : cell;

    // The values of a cell: layers=5 of deconet[layers=5].
    private static string Axes(string cell) => cell.IndexOf('[', StringComparison.Ordinal) is > 0 and var at && cell.EndsWith(']') ? cell[(at + 1)..^1] : "";
}
