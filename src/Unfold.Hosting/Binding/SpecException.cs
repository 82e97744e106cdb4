using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Mistakes in a spec, each with its place.</summary>
public sealed class SpecException : UnfoldException
{
    /// <param name="diagnostics">The mistakes, at least one, in the order of the file.</param>
    public SpecException(IReadOnlyList<SpecDiagnostic> diagnostics)
        : base(diagnostics[0].Code, string.Join(Environment.NewLine, diagnostics), "correct the file")
    {
        Diagnostics = diagnostics;
    }

    /// <summary>The mistakes.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; }
}
