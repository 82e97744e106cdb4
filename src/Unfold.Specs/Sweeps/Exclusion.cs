namespace Unfold.Specs;

/// <summary>A rule of <c>exclude</c>.</summary>
/// <param name="Place">Where it was written.</param>
/// <param name="Conditions">Paths of axes and, for each, the values that it excludes, as <see cref="CanonicalText"/>.</param>
internal sealed record Exclusion(SpecPlace Place, IReadOnlyList<(string Path, IReadOnlyList<string> Values)> Conditions)
{
    /// <summary>Whether the rule leaves a cell out.</summary>
    public bool Excludes(IReadOnlyList<(Axis Axis, SpecNode Value)> choice) => Conditions.All(condition => choice.Any(c => c.Axis.Path == condition.Path && Fits(condition.Values, c.Value)));

    /// <summary>Whether it leaves none out: in some group, which are independent of each other, its conditions never hold together. What overrides give is not the file's to match.</summary>
    public bool IsIdle(Sweep sweep) => sweep.Groups.Any(group =>
    {
        var named = group.SelectMany(axis => Conditions.Where(c => c.Path == axis.Path).Select(c => (axis, c.Values))).ToList();
        return named.Count > 0 && !Enumerable.Range(0, group[0].Values.Count).Any(i => named.All(n => Fits(n.Values, n.axis.Values[i])));
    });

    private static bool Fits(IReadOnlyList<string> values, SpecNode value) => values.Contains(CanonicalText.Of(value));
}
