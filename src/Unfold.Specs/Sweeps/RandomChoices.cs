namespace Unfold.Specs;

/// <summary>
/// Draws cells that differ. What does not fit, or was there before, is drawn again: so all that fit are equally likely, and a larger
/// number of cells begins with those of a smaller one.
/// </summary>
internal sealed class RandomChoices(Sweep sweep, RandomSearch random)
{
    // A grid that was counted is known to have enough; the last of its cells may take long to come up.
    private const int MostDrawsOfCounted = 1_000_000;
    private const int DrawsAtLeast = 10_000;
    private const int DrawsPerCell = 20;

    private readonly List<(IReadOnlyList<Axis> Axes, RandomStream Stream)> _groups =
        [.. sweep.Groups.Select(g => (g, new RandomStream(random.Seed, string.Join(",", g.Select(a => a.Path)))))];

    private readonly List<IReadOnlyList<(Axis, SpecNode)>> _given = [.. SweepChoices.Grid(sweep.Given)];

    /// <summary>The cells as they are drawn, each with all values of the overrides; fewer where there are not as many.</summary>
    public IEnumerable<IReadOnlyList<(Axis Axis, SpecNode Value)>> Draw()
    {
        var isCounted = sweep.GridSize <= CellExpander.MostCells && sweep.Groups.All(g => g.All(a => a.Range is null));
        var wanted = isCounted ? Math.Min(random.Cells, SweepChoices.Grid(sweep.Groups).Where(c => WithGiven(c).Any()).Select(Key).Distinct(StringComparer.Ordinal).Count()) : random.Cells;
        var most = isCounted ? MostDrawsOfCounted : DrawsAtLeast + (DrawsPerCell * random.Cells);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var (draw, found) = (0, 0); draw < most && found < wanted; draw++)
        {
            var drawn = At(draw);
            if (!seen.Add(Key(drawn)))
                continue;
            var whole = WithGiven(drawn).ToList();
            found += whole.Count > 0 ? 1 : 0;
            foreach (var choice in whole)
                yield return choice;
        }
    }

    // The axes of a zip group share a number: their values stand at the same part of them.
    private IReadOnlyList<(Axis Axis, SpecNode Value)> At(int draw) => [.. _groups.SelectMany(g =>
    {
        var part = g.Stream.At(draw);
        return g.Axes.Select(a => (a, a.At(part)));
    })];

    private IEnumerable<IReadOnlyList<(Axis Axis, SpecNode Value)>> WithGiven(IReadOnlyList<(Axis Axis, SpecNode Value)> drawn) =>
        _given.Select(given => (IReadOnlyList<(Axis Axis, SpecNode Value)>)[.. drawn, .. given]).Where(choice => SweepChoices.IsWanted(sweep, choice));

    private static string Key(IReadOnlyList<(Axis Axis, SpecNode Value)> choice) => string.Join("\n", choice.Select(c => CanonicalText.Of(c.Value)));
}
