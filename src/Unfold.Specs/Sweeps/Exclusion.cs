namespace Unfold.Specs;

/// <summary>A rule of <c>exclude</c>.</summary>
/// <param name="Place">Where it was written.</param>
/// <param name="Conditions">Paths of axes and, for each, the values that it excludes, as <see cref="CanonicalText"/>.</param>
internal sealed record Exclusion(SpecPlace Place, IReadOnlyList<(string Path, IReadOnlyList<string> Values)> Conditions);
