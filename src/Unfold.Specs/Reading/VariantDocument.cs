namespace Unfold.Specs;

/// <summary>A variant, merged and checked.</summary>
public sealed record VariantDocument(string Name, SpecObject Merged);
