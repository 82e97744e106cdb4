using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>An experiment that was checked, with the components that it was checked against.</summary>
/// <param name="Source">The file, relative to the repository.</param>
/// <param name="Experiment">What checking gave.</param>
/// <param name="Components">What there is.</param>
internal sealed record CheckedFile(string Source, CheckedExperiment Experiment, ComponentModel Components)
{
    /// <summary>Checks a file with all that it extends.</summary>
    public static CheckedFile From(SpecFile file, ResolvedSpec resolved, KnownComponents known) =>
        new(file.Source, ExperimentReader.Check(resolved, file.Name, known.Schemas), known.Model);
}
