namespace Unfold.Specs;

/// <summary>A parsed file: its object, or why there is none.</summary>
public sealed record SpecParseResult(SpecObject? Root, EquatableArray<SpecDiagnostic> Diagnostics);
