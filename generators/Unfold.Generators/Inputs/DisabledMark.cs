using Microsoft.CodeAnalysis.Diagnostics;

namespace Unfold.Generators;

/// <summary>The file that switches a plugin off, as the build names it among the additional files.</summary>
internal static class DisabledMark
{
    private const string Metadata = "build_metadata.AdditionalFiles.DisabledPlugin";

    /// <summary>The plugin's name; empty for any other file.</summary>
    public static string PluginOf(AnalyzerConfigOptions options) => options.TryGetValue(Metadata, out var plugin) ? plugin : "";
}
