namespace Unfold;

/// <summary>What is trained once for every seed: a variant of an experiment or, where it has a sweep, one of its cells.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Name">The variant's name, and in brackets the values of the axes, where there are any: <c>deconet[layers=10]</c>.</param>
/// <param name="Seeds">The seeds, at least one.</param>
/// <param name="Create">Builds its components, with the first seed.</param>
public sealed record ExperimentCell(string Variant, string Name, IReadOnlyList<int> Seeds, Func<TrainingSpec> Create)
{
    /// <summary>The values of its axes by path, as JSON: <c>architecture.layers</c> to <c>10</c>; empty without a sweep.</summary>
    public IReadOnlyDictionary<string, string> Axes { get; init; } = new Dictionary<string, string>();

    /// <summary>Builds the components of one run.</summary>
    /// <param name="seed">Its seed.</param>
    public TrainingSpec CreateRun(int seed) => Create() with { Seed = seed };
}
