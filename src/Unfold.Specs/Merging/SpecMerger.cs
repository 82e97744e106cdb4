namespace Unfold.Specs;

/// <summary>Lays one tree over another: objects merge, an object whose <c>use</c> changes replaces, arrays and scalars replace, null removes.</summary>
public static class SpecMerger
{
    /// <summary>Merges; every value keeps the place it was written at.</summary>
    public static SpecObject Merge(SpecObject below, SpecObject above)
    {
        var members = below.Members.Select(m => IsReplaced(m.Name, above) ? null : m).ToList();
        var index = below.Members.Select((m, i) => (m.Name, i)).ToDictionary(m => m.Name, m => m.i, StringComparer.Ordinal);
        foreach (var member in above.Members)
        {
            var isNull = member.Value is SpecScalar { IsNull: true };
            if (!index.TryGetValue(member.Name, out var at))
            {
                index[member.Name] = members.Count;
                members.Add(isNull ? null : member);
            }
            else
            {
                members[at] = isNull ? null : members[at] is { } before ? Merge(before, member) : member;
            }
        }

        return below with { Members = new EquatableArray<SpecMember>([.. members.OfType<SpecMember>()]) };
    }

    private static SpecMember Merge(SpecMember below, SpecMember above) =>
        below.Value is SpecObject before && above.Value is SpecObject after && CanMerge(before, after)
            ? below with { Value = Merge(before, after) }
            : above;

    /// <summary>Whether two objects are of the same component: where only one of them names it, they are.</summary>
    public static bool CanMerge(SpecObject below, SpecObject above) => above["use"] is null || below["use"] is null || below.Use?.Text == above.Use?.Text;

    /// <summary>Whether what is above says in another way what a member says. Both in one place contradict each other, which the reader of seeds tells.</summary>
    public static bool IsReplaced(string name, SpecObject above) =>
        Rival(name) is { } rival && above[name] is null && above[rival] is { Value: not SpecScalar { IsNull: true } };

    private static string? Rival(string name) => name switch
    {
        "seed" => "seeds",
        "seeds" => "seed",
        _ => null,
    };
}
