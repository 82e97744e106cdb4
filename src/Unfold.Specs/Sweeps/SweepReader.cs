using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads the <c>sweep</c> section: axes by path, <c>zip</c> groups, <c>exclude</c> rules, and whether cells are drawn (<c>random</c>).</summary>
internal static class SweepReader
{
    private const string Zip = "zip";
    private const string Exclude = "exclude";

    /// <summary>The keys beside the axes; <c>halving</c> says nothing about cells and is read by itself.</summary>
    public static string[] Reserved { get; } = [Zip, Exclude, RandomReader.Key, HalvingReader.Key];

    /// <summary>The sweep; null where there are mistakes.</summary>
    /// <param name="node">The section.</param>
    /// <param name="mistakes">Takes what is wrong.</param>
    /// <param name="isPart">Whether a file that extends this one may add axes.</param>
    public static Sweep? Read(SpecNode node, List<SpecMistake> mistakes, bool isPart = false)
    {
        if (node is not SpecObject section)
        {
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'sweep' is an object from paths to values: { \"architecture.layers\": [5, 10] }"));
            return null;
        }

        var before = mistakes.Count;
        var random = RandomReader.Read(section, mistakes);
        var axes = new AxisReader(section[RandomReader.Key] is not null, mistakes);
        var groups = section.Members.Where(m => !Reserved.Contains(m.Name)).Select(axes.Alone).ToList();
        if (section[Zip] is { } zip)
            groups.AddRange(Objects(zip, "'zip' is an array of groups: [{ \"architecture.layers\": [5, 10], \"continuation.steps\": [1, 2] }]", mistakes).Select(axes.Zipped));
        var rules = section[Exclude] is { } exclude ? Objects(exclude, "'exclude' is an array of rules: [{ \"architecture.layers\": 20 }]", mistakes) : [];
        var ruleMistakes = new List<SpecMistake>();
        var exclusions = rules.Select(rule => Rule(rule, groups, ruleMistakes)).ToList();
        foreach (var twice in groups.SelectMany(g => g).GroupBy(a => a.Path, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX021", twice.Last().Place, $"'{twice.Key}' is an axis twice; remove one"));
        if (mistakes.Count > before)
            return null;
        var sweep = new Sweep([.. groups.Where(g => g.Count > 0)], ruleMistakes.Count == 0 ? exclusions : [], section.Place, ruleMistakes) { Random = random };
        if (random is null || (sweep.Groups.Count == 0 ? isPart : random.Cells <= sweep.GridSize))
            return sweep;
        mistakes.Add(new SpecMistake("UFX021", random.Place, sweep.Groups.Count == 0
            ? "there is nothing to draw: the sweep has no axes"
            : string.Format(CultureInfo.InvariantCulture, "the axes have {0:0} cells together, fewer than the {1} to draw; without '{2}' all of them are run", sweep.GridSize, random.Cells, RandomReader.Key)));
        return null;
    }

    private static List<SpecObject> Objects(SpecMember member, string message, List<SpecMistake> mistakes)
    {
        if (member.Value is SpecArray list && list.Items.All(i => i is SpecObject))
            return [.. list.Items.Cast<SpecObject>()];
        mistakes.Add(new SpecMistake("UFX005", member.Value.Place, message));
        return [];
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
            else if (axis.Range is not null)
                mistakes.Add(new SpecMistake("UFX021", condition.Place, $"'{condition.Path}' is drawn from a range: a rule cannot name its values; make the range narrower, or give it steps"));
            else if (condition.Values.FirstOrDefault(v => !axis.Values.Select(CanonicalText.Of).Contains(CanonicalText.Of(v))) is { } stranger)
                mistakes.Add(new SpecMistake("UFX021", stranger.Place, $"'{condition.Path}' never has this value: the rule excludes nothing"));
        }

        return new Exclusion(rule.Place, [.. conditions.Select(c => (c.Path, (IReadOnlyList<string>)[.. c.Values.Select(CanonicalText.Of)]))]);
    }
}
