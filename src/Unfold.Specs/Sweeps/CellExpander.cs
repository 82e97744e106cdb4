using System.Globalization;

namespace Unfold.Specs;

/// <summary>Turns a variant and its sweep into cells.</summary>
internal static class CellExpander
{
    /// <summary>The most cells that a variant may have.</summary>
    public const int MostCells = 10_000;

    /// <summary>The cells, in the order of the axes, the last one fastest, or as they are drawn; empty where there are mistakes.</summary>
    public static IReadOnlyList<CellDocument> Expand(string variant, SpecObject merged, Sweep sweep, List<SpecMistake> mistakes)
    {
        if (!sweep.Axes.Any())
            return [new CellDocument(variant, merged)];
        if (sweep.Size > MostCells)
        {
            mistakes.Add(new SpecMistake("UFX021", sweep.Place, string.Format(CultureInfo.InvariantCulture, "the sweep has {0:0} cells; a variant has at most {1}", sweep.Size, MostCells)));
            return [];
        }

        var names = CellNames.Short([.. sweep.Axes.Where(a => a.IsNamed).Select(a => a.Path)]);
        var cells = SweepChoices.Of(sweep)
            .Select(choice => (All: choice, Named: choice.Where(c => c.Axis.IsNamed).ToList()))
            .Select(c => new CellDocument(
                CellNames.Of(variant, c.Named.Select(v => (names[v.Axis.Path], v.Value))),
                Lay(merged, c.All),
                new EquatableArray<AxisValue>([.. c.Named.Select(v => new AxisValue(v.Axis.Path, SpecWriter.Write(v.Value)))])))
            .ToList();
        foreach (var idle in sweep.Exclusions.Where(rule => rule.IsIdle(sweep)))
            mistakes.Add(new SpecMistake("UFX021", idle.Place, "no cell has these values together: the rule excludes nothing"));
        if (cells.Count == 0)
            mistakes.Add(new SpecMistake("UFX022", sweep.Place, "every cell is excluded: the sweep is empty"));
        else if (sweep.Random is { IsAtMost: false } random && cells.Count < sweep.Size)
            mistakes.Add(new SpecMistake("UFX021", random.Place, string.Format(CultureInfo.InvariantCulture, "{0} cells are to be drawn, and only {1} that differ and are not excluded were found; ask for fewer, or exclude less", random.Cells, cells.Count * random.Cells / sweep.Size)));
        // File systems that ignore case would put both into one folder.
        foreach (var alike in cells.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Take(1))
            mistakes.Add(new SpecMistake("UFX021", sweep.Place, $"two cells would have the name '{alike.Key}'; change or remove a value"));
        return cells;
    }

    /// <summary>The merged values of every cell, without what is excluded.</summary>
    public static IEnumerable<SpecObject> Trees(SpecObject merged, Sweep sweep) =>
        SweepChoices.Of(sweep).Select(choice => Lay(merged, choice));

    /// <summary>Sets the values of some axes: a whole component before its options.</summary>
    public static SpecObject Lay(SpecObject merged, IEnumerable<(Axis Axis, SpecNode Value)> choice) => choice
        .OrderBy(c => c.Axis.Path.Count(letter => letter == '.'))
        .Aggregate(merged, (tree, c) => SpecMerger.Merge(tree, SpecPath.Nest(c.Axis.Path, c.Axis.Place, c.Value)));
}
