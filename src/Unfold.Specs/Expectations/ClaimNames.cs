namespace Unfold.Specs;

/// <summary>The names that <c>expect</c> may use: variants and cells, with the number of their seeds.</summary>
internal sealed class ClaimNames(IReadOnlyList<VariantDocument> variants)
{
    private readonly Dictionary<string, VariantDocument> _variants = variants.GroupBy(v => v.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private readonly Dictionary<string, VariantDocument> _cells = variants
        .SelectMany(v => v.Cells.Select(c => (c.Name, v)))
        .GroupBy(c => c.Name, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().v, StringComparer.Ordinal);

    /// <summary>What is wrong with a name, or null.</summary>
    public string? Problem(string name)
    {
        if (_variants.ContainsKey(name) || _cells.ContainsKey(name))
            return null;
        // The cells of a variant that is wrong are not known: its own mistake is enough.
        var bracket = name.IndexOf('[');
        if (bracket > 0 && _variants.TryGetValue(name.Substring(0, bracket), out var variant) && variant.Cells.Count == 0)
            return null;
        return bracket > 0
            ? $"there is no cell '{name}'; {NearestNames.Hint(name, [.. _cells.Keys])}"
            : $"there is no variant '{name}'; {NearestNames.Hint(name, [.. _variants.Keys])}";
    }

    /// <summary>The seeds of a variant or cell.</summary>
    public int Seeds(string name) => _variants.TryGetValue(name, out var variant) || _cells.TryGetValue(name, out variant) ? variant.Seeds.Count : 0;

    /// <summary>Whether two sides have cells to compare: one and one, one and many, or cells with the same axis values.</summary>
    public bool CanPair(string left, string right) => ClaimPairs.Of(left, right, Cells(left), Cells(right)).Any();

    private IReadOnlyList<string> Cells(string name) => _variants.TryGetValue(name, out var variant) && variant.Cells.Count > 0 ? [.. variant.Cells.Select(c => c.Name)] : [name];
}
