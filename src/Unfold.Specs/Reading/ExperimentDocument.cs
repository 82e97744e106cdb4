namespace Unfold.Specs;

/// <summary>A spec without mistakes.</summary>
/// <param name="Name">The experiment's name: its path without extension.</param>
/// <param name="File">The file.</param>
/// <param name="Description">Its description.</param>
/// <param name="Variants">Its variants, in the order of the file.</param>
/// <param name="Expect">Its checked <c>expect</c> section as it was written, or null.</param>
public sealed record ExperimentDocument(
    string Name, string File, string Description, EquatableArray<VariantDocument> Variants, SpecNode? Expect);
