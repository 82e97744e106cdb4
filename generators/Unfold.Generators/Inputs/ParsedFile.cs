using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>An experiment's file, parsed: its values and, apart from them, its lines and columns.</summary>
/// <param name="File">The values.</param>
/// <param name="Positions">The lines and columns.</param>
/// <param name="Diagnostics">What is wrong with the text.</param>
internal sealed record ParsedFile(SpecFile File, FilePositions Positions, EquatableArray<SpecDiagnostic> Diagnostics)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The experiment, or null for any other additional file.</summary>
    public static ParsedFile? Read(AdditionalText file, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        if (!options.TryGetValue(Metadata + "ExperimentName", out var name) || name.Length == 0)
            return null;
        options.TryGetValue(Metadata + "ExperimentSource", out var source);
        var parsed = SpecParser.Parse(file.Path, file.GetText(cancellation)?.ToString() ?? "");
        return new ParsedFile(
            new SpecFile(file.Path, SpecFiles.Normal(name), SpecFiles.Normal(source ?? file.Path), parsed.Root),
            parsed.Positions,
            parsed.Diagnostics);
    }
}
