namespace Unfold.Specs;

/// <summary>A JSON array.</summary>
public sealed record SpecArray(string File, SourceSpan Span, EquatableArray<SpecNode> Items) : SpecNode(File, Span);
