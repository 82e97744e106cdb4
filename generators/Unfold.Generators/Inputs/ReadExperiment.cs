using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>An experiment that was read and checked, with the components that it uses.</summary>
/// <param name="Source">The file, relative to the repository.</param>
/// <param name="Document">What it says, or null where it has mistakes.</param>
/// <param name="Components">What it was checked against.</param>
/// <param name="Diagnostics">The mistakes.</param>
internal sealed record ReadExperiment(string Source, ExperimentDocument? Document, ComponentModel Components, EquatableArray<SpecDiagnostic> Diagnostics)
{
    /// <summary>Reads and checks a file.</summary>
    public static ReadExperiment From(ExperimentFile file, ComponentModel components)
    {
        var read = ExperimentReader.Read(file.Path, file.Name, file.Text, components.ToSchemaSet());
        var diagnostics = read.Diagnostics.Concat(AlikeVariants(read.Document)).ToArray();
        return new ReadExperiment(file.Source, diagnostics.Length == 0 ? read.Document : null, components, new EquatableArray<SpecDiagnostic>(diagnostics));
    }

    private static IEnumerable<SpecDiagnostic> AlikeVariants(ExperimentDocument? document) => document is null
        ? []
        : document.Variants
            .GroupBy(v => Identifiers.VariantOf(v.Name), StringComparer.Ordinal)
            .Where(alike => alike.Count() > 1)
            .Select(alike => new SpecDiagnostic("UFX015", document.File, alike.Last().Merged.Span, $"variants {string.Join(" and ", alike.Select(v => $"'{v.Name}'"))} have the same C# name; rename one"));
}
