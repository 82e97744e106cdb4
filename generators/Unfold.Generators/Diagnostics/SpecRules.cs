using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>The compiler's view of <see cref="SpecDiagnostic"/>: errors and warnings at the place in the JSON file.</summary>
internal static class SpecRules
{
    /// <summary>The error or warning of a mistake.</summary>
    public static Diagnostic Diagnostic(SpecDiagnostic mistake)
    {
        var rule = new DiagnosticDescriptor(
            mistake.Code,
            "An experiment has a mistake",
            "{0}",
            "Unfold.Experiments",
            mistake.IsWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: $"docs/diagnostics/{mistake.Code}.md");
        var span = mistake.Span;
        var location = Location.Create(
            mistake.File,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.Line - 1, span.Column - 1), new LinePosition(span.EndLine - 1, span.EndColumn - 1)));
        return Microsoft.CodeAnalysis.Diagnostic.Create(rule, location, mistake.Text);
    }
}
