namespace Unfold.Specs;

/// <summary>A variant, merged and checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description, or "".</param>
/// <param name="Merged">The variant without its sweep.</param>
/// <param name="Seeds">The seeds of each cell, at least one.</param>
/// <param name="Cells">Its cells; one of the variant's own name where there is no sweep.</param>
/// <param name="Halving">How its runs are stopped early; null where none is.</param>
public sealed record VariantDocument(string Name, string Description, SpecObject Merged, EquatableArray<int> Seeds, EquatableArray<CellDocument> Cells, Halving? Halving = null);
