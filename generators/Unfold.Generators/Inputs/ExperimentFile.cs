using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Unfold.Generators;

/// <summary>An experiment's file as the build hands it over.</summary>
/// <param name="Path">The file, as messages name it.</param>
/// <param name="Name">The experiment's name.</param>
/// <param name="Source">The file, relative to the repository.</param>
/// <param name="Text">Its content.</param>
internal sealed record ExperimentFile(string Path, string Name, string Source, string Text)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The experiment, or null for any other additional file.</summary>
    public static ExperimentFile? Read(AdditionalText file, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        if (!options.TryGetValue(Metadata + "ExperimentName", out var name) || name.Length == 0)
            return null;
        options.TryGetValue(Metadata + "ExperimentSource", out var source);
        return new ExperimentFile(file.Path, name.Replace('\\', '/'), (source ?? file.Path).Replace('\\', '/'), file.GetText(cancellation)?.ToString() ?? "");
    }
}
