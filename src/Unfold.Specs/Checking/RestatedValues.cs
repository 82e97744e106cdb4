namespace Unfold.Specs;

/// <summary>Values of a file's variants that are there without it: in the common part, or in the variant of the file that it extends.</summary>
internal static class RestatedValues
{
    private const string Key = "variants";

    /// <summary>Finds them.</summary>
    /// <param name="own">The file as it was written.</param>
    /// <param name="below">What it extends, merged; null where that is nothing.</param>
    /// <param name="merged">Both.</param>
    public static IEnumerable<SpecMistake> Of(SpecObject own, SpecObject? below, SpecObject merged)
    {
        var common = merged.Where(m => SpecSections.OfVariant.Contains(m.Name));
        var earlier = below?[Key]?.Value as SpecObject;
        var variants = (own[Key]?.Value as SpecObject)?.Members ?? default;
        return variants.Where(v => v.Value is SpecObject).SelectMany(v =>
            Find(v.Name, earlier?[v.Name]?.Value is SpecObject before ? SpecMerger.Merge(common, before) : common, (SpecObject)v.Value));
    }

    private static IEnumerable<SpecMistake> Find(string variant, SpecObject before, SpecObject written)
    {
        // Repeating which component is meant is no mistake: it can be read without looking up.
        foreach (var member in written.Members.Where(m => m.Name is not ("use" or "description")))
        {
            var value = before[member.Name]?.Value;
            var isNull = member.Value is SpecScalar { IsNull: true };
            if (value is SpecObject below && member.Value is SpecObject { Members.Count: > 0 } above && (above.Use is null || above.Use.Text == below.Use?.Text))
            {
                foreach (var mistake in Find(variant, below, above))
                    yield return mistake;
            }
            else if (value is null ? isNull : CanonicalText.Of(value) == CanonicalText.Of(member.Value))
            {
                yield return new SpecMistake("UFX025", member.NamePlace, isNull
                    ? $"variant '{variant}' removes '{member.Name}', which is not there; leave it out"
                    : $"variant '{variant}' sets '{member.Name}' to what it is already; leave it out");
            }
        }
    }
}
