namespace Unfold.Specs;

/// <summary>
/// Lays a file over the one that it extends. A null of a variant removes what the common part has as well, of this file or of one that
/// extends it, so it must outlast this and is resolved when the variant is laid over the common part.
/// </summary>
internal static class VariantMerger
{
    private const string Key = "variants";

    public static SpecObject Merge(SpecObject below, SpecObject above)
    {
        var merged = SpecMerger.Merge(below, above);
        return below[Key]?.Value is SpecObject before && above[Key]?.Value is SpecObject after
            ? merged with { Members = new EquatableArray<SpecMember>([.. merged.Members.Select(m => m.Name == Key ? m with { Value = Lay(before, after, below, isVariants: true) } : m)]) }
            : merged;
    }

    // As SpecMerger does it, but that a null stays; a whole variant that is null goes. A difference that names no component is one from the common part's.
    private static SpecObject Lay(SpecObject below, SpecObject above, SpecObject? common, bool isVariants)
    {
        var members = below.Members.Where(m => isVariants || !SpecMerger.IsReplaced(m.Name, above)).ToList();
        foreach (var member in above.Members)
        {
            var at = members.FindIndex(m => m.Name == member.Name);
            if (at >= 0 && member.Value is SpecObject after && members[at].Value is SpecObject before && CanMerge(before, after, Below(member.Name)))
                members[at] = members[at] with { Value = Lay(before, after, Below(member.Name) is { } its && SpecMerger.CanMerge(its, before) ? its : null, isVariants: false) };
            else if (isVariants && member.Value is SpecScalar { IsNull: true })
                members.RemoveAll(m => m.Name == member.Name);
            else if (at >= 0)
                members[at] = member;
            else
                members.Add(member);
        }

        return below with { Members = new EquatableArray<SpecMember>([.. members]) };

        SpecObject? Below(string name) => isVariants ? common : common?[name]?.Value as SpecObject;
    }

    private static bool CanMerge(SpecObject before, SpecObject after, SpecObject? common) =>
        SpecMerger.CanMerge(before, after) && (before["use"] is not null || common is null || SpecMerger.CanMerge(common, after));
}
