namespace Unfold.Engine.Planning;

/// <summary>A run before it is begun.</summary>
/// <param name="Cell">Its cell.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="SpecSha256">What it asks for, as its results.json will say.</param>
/// <param name="Folder">Its folder, relative to the output folder, with slashes; null where that hangs on the parameters of a teacher that is yet to be trained.</param>
/// <param name="After">The runs of the plan, by their places in it, that it learns from.</param>
public sealed record PlannedRun(ExperimentCell Cell, int Seed, string SpecSha256, string? Folder, IReadOnlyList<int> After);
