using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Tells the mistakes of all files at their lines, each once: files that extend one file share its mistakes.</summary>
internal static class MistakeReport
{
    public static void OfTexts(SourceProductionContext context, ParsedFile file)
    {
        foreach (var mistake in file.Diagnostics)
            context.ReportDiagnostic(SpecRules.Diagnostic(mistake));
    }

    public static void OfValues(SourceProductionContext context, (ImmutableArray<EquatableArray<SpecMistake>> Mistakes, ImmutableArray<FilePositions> Positions) all)
    {
        if (all.Mistakes.IsEmpty)
            return;
        var positions = new SpecPositions(all.Positions);
        foreach (var mistake in all.Mistakes.SelectMany(m => m).Distinct())
            context.ReportDiagnostic(SpecRules.Diagnostic(mistake.At(positions)));
    }
}
