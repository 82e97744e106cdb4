namespace Unfold.Specs;

/// <summary>A place in a JSON file: character offsets, and one-based line and column of the start and end.</summary>
public readonly record struct SourceSpan(int Start, int Length, int Line, int Column, int EndLine, int EndColumn);
