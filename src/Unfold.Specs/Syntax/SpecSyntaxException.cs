namespace Unfold.Specs;

/// <summary>Ends a parse at a mistake that leaves nothing to go on with.</summary>
internal sealed class SpecSyntaxException(SpecDiagnostic diagnostic) : Exception(diagnostic.Message)
{
    public SpecDiagnostic Diagnostic { get; } = diagnostic;
}
