namespace Unfold.Specs;

/// <summary>What reading a spec gave: a document, or mistakes in the order of the file.</summary>
public sealed record ExperimentReadResult(ExperimentDocument? Document, EquatableArray<SpecDiagnostic> Diagnostics);
