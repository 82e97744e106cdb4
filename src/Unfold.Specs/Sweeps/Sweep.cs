namespace Unfold.Specs;

/// <summary>A sweep: the cross-product of groups of paired axes, without what is excluded.</summary>
/// <param name="Groups">Axes of one group advance together; most groups have one axis.</param>
/// <param name="Exclusions">Rules: a cell that fits all conditions of one is left out.</param>
/// <param name="Place">Where the sweep was written.</param>
/// <param name="RuleMistakes">What is wrong with the rules alone: told where the axes are right.</param>
internal sealed record Sweep(IReadOnlyList<IReadOnlyList<Axis>> Groups, IReadOnlyList<Exclusion> Exclusions, SpecPlace Place, IReadOnlyList<SpecMistake> RuleMistakes)
{
    /// <summary>A sweep without axes.</summary>
    public static Sweep None(SpecPlace place) => new([], [], place, []);

    public IEnumerable<Axis> Axes => Groups.SelectMany(g => g);

    /// <summary>The number of cells before exclusions.</summary>
    public double Size => Groups.Aggregate(1.0, (size, group) => size * group[0].Values.Count);

    /// <summary>The sweep with these axes in place of its own on the same paths.</summary>
    public Sweep With(IReadOnlyList<Axis> axes) => this with
    {
        Place = axes.Count > 0 ? axes[axes.Count - 1].Place : Place,
        Groups =
        [
            .. Groups.Select(g => (IReadOnlyList<Axis>)[.. g.Where(a => axes.All(o => o.Path != a.Path))]).Where(g => g.Count > 0),
            .. axes.Select(a => (IReadOnlyList<Axis>)[a]),
        ],
    };
}
