namespace Unfold.Specs;

/// <summary>The values that the axes of a sweep have together, cell by cell, without what is excluded.</summary>
internal static class SweepChoices
{
    /// <summary>All of them, in the order of the cells.</summary>
    public static IEnumerable<IReadOnlyList<(Axis Axis, SpecNode Value)>> Of(Sweep sweep) => sweep.Random is { } random
        ? new RandomChoices(sweep, random).Draw()
        : Grid([.. sweep.Groups, .. sweep.Given]).Where(choice => IsWanted(sweep, choice));

    /// <summary>The cross-product of groups, the last one fastest.</summary>
    public static IEnumerable<IReadOnlyList<(Axis Axis, SpecNode Value)>> Grid(IReadOnlyList<IReadOnlyList<Axis>> groups)
    {
        IEnumerable<IReadOnlyList<(Axis, SpecNode)>> choices = [[]];
        foreach (var group in groups)
            choices = choices.SelectMany(_ => Enumerable.Range(0, group[0].Values.Count), (before, i) => (IReadOnlyList<(Axis, SpecNode)>)[.. before, .. group.Select(a => (a, a.Values[i]))]);
        return choices;
    }

    /// <summary>Whether no rule excludes a cell.</summary>
    public static bool IsWanted(Sweep sweep, IReadOnlyList<(Axis Axis, SpecNode Value)> choice) => !sweep.Exclusions.Any(rule => rule.Excludes(choice));
}
