using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Unfold.Generators.Tests;

/// <summary>The metadata that the build attaches to experiments: everything below experiments/.</summary>
internal sealed class ExperimentMetadata : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile.Path);

    private sealed class Options(string path) : AnalyzerConfigOptions
    {
        private const string Root = "experiments/";

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = !path.StartsWith(Root, StringComparison.Ordinal)
                ? null
                : key switch
                {
                    "build_metadata.AdditionalFiles.ExperimentName" => Path.ChangeExtension(path[Root.Length..], null),
                    "build_metadata.AdditionalFiles.ExperimentSource" => path,
                    _ => null,
                };
            return value is not null;
        }
    }
}
