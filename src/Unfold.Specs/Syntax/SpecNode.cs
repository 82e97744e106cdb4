namespace Unfold.Specs;

/// <summary>A value of a spec with the place it was written. Nodes of a merged tree keep the file and place of the part they came from.</summary>
/// <param name="File">The JSON file, as the build names it.</param>
/// <param name="Span">The value's place.</param>
public abstract record SpecNode(string File, SourceSpan Span);
