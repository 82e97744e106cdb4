namespace Unfold.Specs;

/// <summary>
/// Lays overrides over a variant. Each is an axis, one of a single value too, so that it holds in every cell, whatever component
/// another one puts there.
/// </summary>
internal static class OverrideApplication
{
    /// <summary>The axes of the overrides; one that changes nothing in any cell does not name it.</summary>
    public static IReadOnlyList<Axis> Axes(SpecObject variant, Sweep? sweep, IReadOnlyList<SpecOverride> overrides)
    {
        var written = sweep ?? Sweep.None(variant.Place);
        List<Axis> axes = [.. overrides.Where(o => !o.IsSeed).Select(o => o.ToAxis())];
        return [.. axes.Select(a => a with { IsNamed = a.Values.Count > 1 || written.Axes.Any(w => w.Path == a.Path) || Changes(variant, written, axes, a) })];
    }

    /// <summary>The variant with single values and seeds set: what is checked before there are cells.</summary>
    public static SpecObject Merge(SpecObject variant, IReadOnlyList<Axis> axes, IReadOnlyList<SpecOverride> overrides) =>
        overrides.Where(o => o.IsSeed).Select(Seeds).Aggregate(CellExpander.Lay(variant, axes.Where(a => a.Values.Count == 1).Select(a => (a, a.Values[0]))), SpecMerger.Merge);

    private static bool Changes(SpecObject variant, Sweep written, List<Axis> axes, Axis axis)
    {
        var (with, without) = (written.With(axes), written.With([.. axes.Where(a => a.Path != axis.Path)]));
        return with.Size > CellExpander.MostCells || !CellExpander.Trees(variant, with).Select(CanonicalText.Of).SequenceEqual(CellExpander.Trees(variant, without).Select(CanonicalText.Of));
    }

    private static SpecObject Seeds(SpecOverride change) => change.Values.Count == 1
        ? SpecPath.Nest(change.Path, change.Place, change.Values[0])
        : SpecPath.Nest("seeds", change.Place, new SpecArray(change.Values[0].Place, change.Values));
}
