namespace Unfold.Specs;

/// <summary>What checking a spec gave.</summary>
/// <param name="Document">The experiment; null where there are errors, and for a file that can only be extended.</param>
/// <param name="Mistakes">Errors and warnings.</param>
public sealed record CheckedExperiment(ExperimentDocument? Document, EquatableArray<SpecMistake> Mistakes);
