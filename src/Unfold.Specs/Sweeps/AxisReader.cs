namespace Unfold.Specs;

/// <summary>Reads axes: arrays of values, and ranges; in a random search also ranges without steps.</summary>
internal sealed class AxisReader(bool isRandom, List<SpecMistake> mistakes)
{
    /// <summary>An axis that advances alone; none where there are mistakes. Within a zip group a value may come again beside another one.</summary>
    public IReadOnlyList<Axis> Alone(SpecMember member)
    {
        var axes = Group([member], SweepReader.Reserved);
        foreach (var twice in axes.SelectMany(a => a.Values).GroupBy(CanonicalText.Of, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX021", twice.ElementAt(1).Place, $"'{member.Name}' has this value twice: the cells would be the same"));
        return axes;
    }

    /// <summary>The axes of a zip group.</summary>
    public IReadOnlyList<Axis> Zipped(SpecObject group)
    {
        var axes = Group(group.Members);
        if (axes.Any(a => a.Range is null) && axes.FirstOrDefault(a => a.Range is not null) is { Range: { } range } drawn)
            mistakes.Add(new SpecMistake("UFX021", range.Place, $"in a zip group all axes list their values, or all are ranges without steps; give '{drawn.Path}' steps"));
        else if (axes.Select(a => a.Values.Count).Distinct().Count() > 1)
            mistakes.Add(new SpecMistake("UFX021", group.Place, $"the axes of a zip group have equally many values; here {string.Join(", ", axes.Select(a => $"'{a.Path}' has {a.Values.Count}"))}"));
        return axes;
    }

    private IReadOnlyList<Axis> Group(IEnumerable<SpecMember> members, params string[] alsoKnown) => [.. members.Select(m => Read(m, alsoKnown)).OfType<Axis>()];

    private Axis? Read(SpecMember member, string[] alsoKnown)
    {
        if (AxisPath.Problem(member.Name, alsoKnown) is { } problem)
        {
            mistakes.Add(new SpecMistake("UFX021", member.NamePlace, problem));
            return null;
        }

        if (member.Value is SpecArray { Items.Count: 0 })
            mistakes.Add(new SpecMistake("UFX022", member.Value.Place, $"'{member.Name}' has no values: the sweep is empty"));
        else if (member.Value is SpecArray list)
            return Axis.Of(member.Name, member.NamePlace, list.Items);
        else if (member.Value is SpecObject { Use: null } range)
            return isRandom && range["steps"] is null ? Drawn(member, range) : Stepped(member, range);
        else
            mistakes.Add(new SpecMistake("UFX021", member.Value.Place, $"an axis is an array of values, or a range: {{ \"from\": 1, \"to\": 8, \"steps\": 4 }}"));
        return null;
    }

    private Axis? Stepped(SpecMember member, SpecObject range) =>
        AxisRange.Read(range, mistakes) is { Count: > 0 } values ? Axis.Of(member.Name, member.NamePlace, values) : null;

    private Axis? Drawn(SpecMember member, SpecObject range) =>
        AxisRange.ReadDrawn(range, mistakes) is { } drawn ? new Axis(member.Name, member.NamePlace, default) { Range = drawn } : null;
}
