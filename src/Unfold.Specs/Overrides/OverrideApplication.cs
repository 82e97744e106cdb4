namespace Unfold.Specs;

/// <summary>Lays overrides over a variant.</summary>
internal static class OverrideApplication
{
    /// <summary>The variant with single values and seeds set, and the axes that name what was changed.</summary>
    public static (SpecObject Merged, IReadOnlyList<Axis> Axes) Apply(SpecObject variant, Sweep? sweep, IReadOnlyList<SpecOverride> overrides)
    {
        var axes = new List<Axis>();
        foreach (var change in overrides)
        {
            var axis = change.ToAxis();
            var isAxis = !change.IsSeed && (axis.Values.Count > 1 || sweep?.Axes.Any(a => a.Path == axis.Path) == true);
            var before = variant;
            if (change.IsSeed)
                variant = SpecMerger.Merge(variant, Seeds(change));
            else if (axis.Values.Count == 1)
                variant = SpecMerger.Merge(variant, SpecPath.Nest(axis.Path, axis.Place, axis.Values[0]));
            // What is as it was does not change a run's name.
            if (isAxis || (!change.IsSeed && CanonicalText.Of(before) != CanonicalText.Of(variant)))
                axes.Add(axis);
        }

        return (variant, axes);
    }

    private static SpecObject Seeds(SpecOverride change) => change.Values.Count == 1
        ? SpecPath.Nest(change.Path, change.Place, change.Values[0])
        : SpecPath.Nest("seeds", change.Place, new SpecArray(change.Values[0].Place, change.Values));
}
