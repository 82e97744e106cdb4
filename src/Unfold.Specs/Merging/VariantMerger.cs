namespace Unfold.Specs;

/// <summary>Lays a variant over the common part: objects merge, an object whose <c>use</c> changes replaces, arrays and scalars replace, null removes.</summary>
public static class VariantMerger
{
    /// <summary>Merges; every value keeps the place it was written at.</summary>
    public static SpecObject Merge(SpecObject common, SpecObject variant)
    {
        var members = common.Members.ToList();
        foreach (var member in variant.Members)
        {
            var at = members.FindIndex(m => m.Name == member.Name);
            var isNull = member.Value is SpecScalar { Kind: SpecScalarKind.Null };
            if (at >= 0 && isNull)
                members.RemoveAt(at);
            else if (at >= 0)
                members[at] = member with { Value = Merge(members[at].Value, member.Value) };
            else if (!isNull)
                members.Add(member);
        }

        return common with { Members = new EquatableArray<SpecMember>([.. members]) };
    }

    private static SpecNode Merge(SpecNode common, SpecNode variant) =>
        common is SpecObject before && variant is SpecObject after && (after["use"] is null || Use(before) == Use(after))
            ? Merge(before, after)
            : variant;

    private static string? Use(SpecObject node) => (node["use"]?.Value as SpecScalar)?.Text;
}
