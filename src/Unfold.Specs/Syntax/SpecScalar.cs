namespace Unfold.Specs;

/// <summary>A JSON string, number, boolean or null.</summary>
/// <param name="File">The JSON file.</param>
/// <param name="Span">The value's place.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The string's content; for a number, the literal as written; <c>true</c>, <c>false</c>, <c>null</c>.</param>
public sealed record SpecScalar(string File, SourceSpan Span, SpecScalarKind Kind, string Text) : SpecNode(File, Span);
