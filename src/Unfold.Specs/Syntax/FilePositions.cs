namespace Unfold.Specs;

/// <summary>The lines and columns of a file's names and values: the half of a parsed file that white space changes.</summary>
/// <param name="File">The JSON file.</param>
/// <param name="Spans">By <see cref="SpecPlace.Token"/>.</param>
public sealed record FilePositions(string File, EquatableArray<SourceSpan> Spans);
