namespace Unfold.Specs;

/// <summary>A file with all that it extends.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">The merged tree; null where it, or a file that it extends, cannot be read.</param>
/// <param name="Mistakes">What is wrong with its <c>extends</c>, and values that it only repeats.</param>
public sealed record ResolvedSpec(string File, SpecObject? Root, EquatableArray<SpecMistake> Mistakes);
