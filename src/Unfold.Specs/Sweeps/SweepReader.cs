namespace Unfold.Specs;

/// <summary>Reads the <c>sweep</c> section: axes by path, <c>zip</c> groups, <c>exclude</c> rules.</summary>
internal static class SweepReader
{
    private const string Zip = "zip";
    private const string Exclude = "exclude";

    public static Sweep? Read(SpecNode node, List<SpecMistake> mistakes)
    {
        if (node is not SpecObject section)
        {
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'sweep' is an object from paths to values: { \"architecture.layers\": [5, 10] }"));
            return null;
        }

        var before = mistakes.Count;
        var groups = section.Members.Where(m => m.Name is not (Zip or Exclude)).Select(m => Alone(m, mistakes)).ToList();
        if (section[Zip] is { } zip)
            groups.AddRange(Objects(zip, "'zip' is an array of groups: [{ \"architecture.layers\": [5, 10], \"continuation.steps\": [1, 2] }]", mistakes).Select(g => Zipped(g, mistakes)));
        var rules = section[Exclude] is { } exclude ? Objects(exclude, "'exclude' is an array of rules: [{ \"architecture.layers\": 20 }]", mistakes) : [];
        var ruleMistakes = new List<SpecMistake>();
        var exclusions = rules.Select(rule => Rule(rule, groups, ruleMistakes)).ToList();
        foreach (var twice in groups.SelectMany(g => g).GroupBy(a => a.Path, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX021", twice.Last().Place, $"'{twice.Key}' is an axis twice; remove one"));
        return mistakes.Count == before ? new Sweep([.. groups.Where(g => g.Count > 0)], ruleMistakes.Count == 0 ? exclusions : [], section.Place, ruleMistakes) : null;
    }

    private static List<SpecObject> Objects(SpecMember member, string message, List<SpecMistake> mistakes)
    {
        if (member.Value is SpecArray list && list.Items.All(i => i is SpecObject))
            return [.. list.Items.Cast<SpecObject>()];
        mistakes.Add(new SpecMistake("UFX005", member.Value.Place, message));
        return [];
    }

    private static IReadOnlyList<Axis> Group(IEnumerable<SpecMember> members, List<SpecMistake> mistakes) =>
        [.. members.Select(m => Read(m, mistakes)).OfType<Axis>()];

    private static IReadOnlyList<Axis> Zipped(SpecObject group, List<SpecMistake> mistakes)
    {
        var axes = Group(group.Members, mistakes);
        if (axes.Select(a => a.Values.Count).Distinct().Count() > 1)
            mistakes.Add(new SpecMistake("UFX021", group.Place, $"the axes of a zip group have equally many values; here {string.Join(", ", axes.Select(a => $"'{a.Path}' has {a.Values.Count}"))}"));
        return axes;
    }

    private static Axis? Read(SpecMember member, List<SpecMistake> mistakes)
    {
        if (AxisPath.Problem(member.Name) is { } problem)
        {
            mistakes.Add(new SpecMistake("UFX021", member.NamePlace, problem));
            return null;
        }

        if (member.Value is SpecArray { Items.Count: 0 })
            mistakes.Add(new SpecMistake("UFX022", member.Value.Place, $"'{member.Name}' has no values: the sweep is empty"));
        else if (member.Value is SpecArray list)
            return Axis.Of(member.Name, member.NamePlace, list.Items);
        else if (member.Value is SpecObject range && range.Use is null)
            return AxisRange.Read(range, mistakes) is { Count: > 0 } values ? Axis.Of(member.Name, member.NamePlace, values) : null;
        else
            mistakes.Add(new SpecMistake("UFX021", member.Value.Place, $"an axis is an array of values, or a range: {{ \"from\": 1, \"to\": 8, \"steps\": 4 }}"));
        return null;
    }

    // Within a zip group a value may come again beside another one.
    private static IReadOnlyList<Axis> Alone(SpecMember member, List<SpecMistake> mistakes)
    {
        var axes = Group([member], mistakes);
        foreach (var twice in axes.SelectMany(a => a.Values).GroupBy(CanonicalText.Of, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX021", twice.ElementAt(1).Place, $"'{member.Name}' has this value twice: the cells would be the same"));
        return axes;
    }

    private static Exclusion Rule(SpecObject rule, List<IReadOnlyList<Axis>> groups, List<SpecMistake> mistakes)
    {
        var axes = groups.SelectMany(g => g).ToList();
        if (rule.Members.Count == 0)
            mistakes.Add(new SpecMistake("UFX021", rule.Place, "a rule without conditions excludes everything; name an axis and a value"));
        var conditions = rule.Members.Select(m => Axis.Of(m.Name, m.NamePlace, m.Value is SpecArray list ? list.Items : [m.Value])).ToList();
        foreach (var condition in conditions)
        {
            var axis = axes.FirstOrDefault(a => a.Path == condition.Path);
            if (axis is null)
                mistakes.Add(new SpecMistake("UFX021", condition.Place, $"'{condition.Path}' is no axis of this sweep; {NearestNames.Hint(condition.Path, [.. axes.Select(a => a.Path)])}"));
            else if (condition.Values.FirstOrDefault(v => !axis.Values.Select(CanonicalText.Of).Contains(CanonicalText.Of(v))) is { } stranger)
                mistakes.Add(new SpecMistake("UFX021", stranger.Place, $"'{condition.Path}' never has this value: the rule excludes nothing"));
        }

        return new Exclusion(rule.Place, [.. conditions.Select(c => (c.Path, (IReadOnlyList<string>)[.. c.Values.Select(CanonicalText.Of)]))]);
    }
}
