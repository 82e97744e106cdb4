using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Unfold.Generators.Tests;

/// <summary>The metadata that the build attaches to experiments, everything below experiments/, and to the marks of disabled plugins.</summary>
internal sealed class ExperimentMetadata : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile.Path);

    private sealed class Options(string path) : AnalyzerConfigOptions
    {
        private const string Root = "experiments/";
        private const string Mark = "/disabled";

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            var isExperiment = path.StartsWith(Root, StringComparison.Ordinal);
            value = key switch
            {
                "build_metadata.AdditionalFiles.ExperimentName" when isExperiment => Path.ChangeExtension(path[Root.Length..], null),
                "build_metadata.AdditionalFiles.ExperimentSource" when isExperiment => path,
                "build_metadata.AdditionalFiles.DisabledPlugin" when path.EndsWith(Mark, StringComparison.Ordinal) => Path.GetFileName(path[..^Mark.Length]),
                _ => null,
            };
            return value is not null;
        }
    }
}
