namespace Unfold.Specs;

/// <summary>The overrides of a command, read.</summary>
/// <param name="All">The overrides, in their order.</param>
/// <param name="Positions">Where in their text something is.</param>
/// <param name="Diagnostics">What is wrong with them.</param>
public sealed record SpecOverrides(IReadOnlyList<SpecOverride> All, IReadOnlyList<FilePositions> Positions, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    /// <summary>No overrides.</summary>
    public static SpecOverrides None { get; } = new([], [], []);
}
