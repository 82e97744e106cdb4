namespace Unfold.Specs;

/// <summary>
/// Lays a file over the one that it extends. A null of a variant removes what the common part has as well, so it must outlast this
/// and is resolved when the variant is laid over the common part.
/// </summary>
internal static class VariantMerger
{
    private const string Key = "variants";

    public static SpecObject Merge(SpecObject below, SpecObject above)
    {
        var merged = SpecMerger.Merge(below, above);
        if (below[Key]?.Value is not SpecObject before || above[Key]?.Value is not SpecObject after)
            return merged;
        var variants = Lay(before, after, isVariant: true);
        var common = merged.Where(m => m.Name != Key);
        var kept = variants with { Members = new EquatableArray<SpecMember>([.. variants.Members.Select(v => v.Value is SpecObject variant ? v with { Value = Needed(variant, common) } : v)]) };
        return merged with { Members = new EquatableArray<SpecMember>([.. merged.Members.Select(m => m.Name == Key ? m with { Value = kept } : m)]) };
    }

    // As SpecMerger does it, but that a null stays; a whole variant that is null goes.
    private static SpecObject Lay(SpecObject below, SpecObject above, bool isVariant)
    {
        var members = below.Members.ToList();
        foreach (var member in above.Members)
        {
            var at = members.FindIndex(m => m.Name == member.Name);
            if (at >= 0 && member.Value is SpecObject after && members[at].Value is SpecObject before && SpecMerger.CanMerge(before, after))
                members[at] = members[at] with { Value = Lay(before, after, isVariant: false) };
            else if (isVariant && member.Value is SpecScalar { IsNull: true })
                members.RemoveAll(m => m.Name == member.Name);
            else if (at >= 0)
                members[at] = member;
            else
                members.Add(member);
        }

        return below with { Members = new EquatableArray<SpecMember>([.. members]) };
    }

    // A null that took something out of the variant alone has done its work.
    private static SpecObject Needed(SpecObject variant, SpecObject common) => variant with
    {
        Members = new EquatableArray<SpecMember>(
        [
            .. variant.Members
                .Where(m => m.Value is not SpecScalar { IsNull: true } || common[m.Name] is not null)
                .Select(m => m.Value is SpecObject item && common[m.Name]?.Value is SpecObject below && SpecMerger.CanMerge(below, item) ? m with { Value = Needed(item, below) } : m),
        ]),
    };
}
