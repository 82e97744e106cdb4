namespace Unfold.Specs;

/// <summary>A sweep: the cross-product of groups of paired axes, or cells drawn from it, without what is excluded.</summary>
/// <param name="Groups">Axes of one group advance together; most groups have one axis.</param>
/// <param name="Exclusions">Rules: a cell that fits all conditions of one is left out.</param>
/// <param name="Place">Where the sweep was written.</param>
/// <param name="RuleMistakes">What is wrong with the rules alone: told where the axes are right.</param>
internal sealed record Sweep(IReadOnlyList<IReadOnlyList<Axis>> Groups, IReadOnlyList<Exclusion> Exclusions, SpecPlace Place, IReadOnlyList<SpecMistake> RuleMistakes)
{
    /// <summary>A sweep without axes.</summary>
    public static Sweep None(SpecPlace place) => new([], [], place, []);

    /// <summary>Groups that overrides have put in place of, or beside, those of the file: crossed with what these give.</summary>
    public IReadOnlyList<IReadOnlyList<Axis>> Given { get; init; } = [];

    /// <summary>How cells are drawn from the groups; null where the groups are crossed.</summary>
    public RandomSearch? Random { get; init; }

    public IEnumerable<Axis> Axes => Groups.Concat(Given).SelectMany(g => g);

    /// <summary>The most combinations that the groups have; infinite where one is drawn from a range of numbers.</summary>
    public double GridSize => Groups.Aggregate(1.0, (size, group) => size * (group[0].Range is null ? group[0].Values.Count : 1 + group.Sum(a => a.Count - 1)));

    /// <summary>The number of cells before exclusions.</summary>
    public double Size => Given.Aggregate(Math.Min(GridSize, Random?.Cells ?? double.PositiveInfinity), (size, group) => size * group[0].Values.Count);

    /// <summary>The sweep with these axes in place of its own on the same paths.</summary>
    public Sweep With(IReadOnlyList<Axis> axes) => this with
    {
        Place = axes.Count > 0 ? axes[axes.Count - 1].Place : Place,
        Groups = [.. Groups.Select(g => (IReadOnlyList<Axis>)[.. g.Where(a => axes.All(o => o.Path != a.Path))]).Where(g => g.Count > 0)],
        Given = [.. axes.Select(a => (IReadOnlyList<Axis>)[a])],
        Random = Random is { } random && Axes.Any(a => axes.Any(o => o.Path == a.Path)) ? random with { IsAtMost = true } : Random,
    };
}
