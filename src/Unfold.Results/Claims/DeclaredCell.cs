namespace Unfold.Results;

/// <summary>A cell as an experiment declares it: whether it was run is another matter.</summary>
/// <param name="Variant">Its variant.</param>
/// <param name="Name">The variant's name, and in brackets the values of the axes, where there are any.</param>
public sealed record DeclaredCell(string Variant, string Name)
{
    /// <summary>The cells of runs, each once, for experiments that are declared no more.</summary>
    public static IReadOnlyList<DeclaredCell> Of(IEnumerable<RunResult> runs) => [.. runs.Select(r => new DeclaredCell(r.Variant, r.Name)).Distinct()];
}
