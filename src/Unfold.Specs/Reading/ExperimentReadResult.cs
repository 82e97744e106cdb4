namespace Unfold.Specs;

/// <summary>What reading a spec gave.</summary>
/// <param name="Document">The experiment; null where there are errors, and for a file that can only be extended.</param>
/// <param name="Diagnostics">Errors and warnings, in the order of the file.</param>
/// <param name="Positions">Lines and columns of all that was read.</param>
public sealed record ExperimentReadResult(ExperimentDocument? Document, EquatableArray<SpecDiagnostic> Diagnostics, SpecPositions Positions)
{
    /// <summary>Whether there is no error.</summary>
    public bool IsGood => Diagnostics.All(d => d.IsWarning);
}
