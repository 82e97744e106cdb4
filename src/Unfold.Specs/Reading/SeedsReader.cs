using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads <c>seed</c>, or <c>seeds</c>: a count n for 0 … n−1, or a list.</summary>
internal static class SeedsReader
{
    private const int MostSeeds = 10_000;

    /// <summary>The seeds; {0} where the variant has none.</summary>
    public static IReadOnlyList<int> Read(SpecObject variant, List<SpecMistake> mistakes)
    {
        if (variant["seed"] is { } one && variant["seeds"] is { } many)
            mistakes.Add(new SpecMistake("UFX023", many.NamePlace, "'seed' and 'seeds' are both here; keep one"));
        else if (variant["seed"] is { } seed)
            return Single(seed.Value, mistakes);
        else if (variant["seeds"] is { } seeds)
            return seeds.Value is SpecArray list ? List(list, mistakes) : Count(seeds.Value, mistakes);
        return [0];
    }

    private static IReadOnlyList<int> Single(SpecNode node, List<SpecMistake> mistakes) =>
        Integer(node, "'seed' is an integer", mistakes) is { } seed ? [seed] : [0];

    private static IReadOnlyList<int> Count(SpecNode node, List<SpecMistake> mistakes)
    {
        if (Integer(node, "'seeds' is a count, or an array of integers", mistakes) is not { } count)
            return [0];
        if (count is >= 1 and <= MostSeeds)
            return [.. Enumerable.Range(0, count)];
        mistakes.Add(new SpecMistake("UFX023", node.Place, $"'seeds' is {count}; there are 1 to {MostSeeds}"));
        return [0];
    }

    private static IReadOnlyList<int> List(SpecArray list, List<SpecMistake> mistakes)
    {
        if (list.Items.Count is 0 or > MostSeeds)
            mistakes.Add(new SpecMistake("UFX023", list.Place, $"'seeds' has {list.Items.Count} elements; there are 1 to {MostSeeds}"));
        var seeds = list.Items.Select(i => (Node: i, Value: Integer(i, "a seed is an integer", mistakes))).ToList();
        foreach (var twice in seeds.Where(s => s.Value is not null).GroupBy(s => s.Value).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX023", twice.Last().Node.Place, $"seed {twice.Key} is here twice: its runs would be the same"));
        return [.. seeds.Select(s => s.Value ?? 0).DefaultIfEmpty(0)];
    }

    private static int? Integer(SpecNode node, string message, List<SpecMistake> mistakes)
    {
        if (node is not SpecScalar { Kind: SpecScalarKind.Integer } number)
            mistakes.Add(new SpecMistake("UFX005", node.Place, message));
        else if (int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        else
            mistakes.Add(new SpecMistake("UFX013", node.Place, "a seed does not fit a 32-bit integer"));
        return null;
    }
}
