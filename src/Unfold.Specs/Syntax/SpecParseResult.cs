namespace Unfold.Specs;

/// <summary>A parsed file: its tree and, apart from it, the positions; or why there is no tree.</summary>
/// <param name="Root">The object, or null.</param>
/// <param name="Positions">Lines and columns of the tree's places.</param>
/// <param name="Diagnostics">What is wrong with the text.</param>
public sealed record SpecParseResult(SpecObject? Root, FilePositions Positions, EquatableArray<SpecDiagnostic> Diagnostics);
