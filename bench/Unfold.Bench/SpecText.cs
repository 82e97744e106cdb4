using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Unfold.Bench;

/// <summary>An experiment that is only in memory.</summary>
internal sealed class SpecText(string path, string text) : AdditionalText
{
    private readonly SourceText _source = SourceText.From(text);

    public override string Path => path;

    public string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _source;

    /// <summary>What the build says of experiments.</summary>
    internal sealed class Metadata : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Of("");

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Of(textFile.Path);
    }

    private sealed class Of(string path) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_metadata.AdditionalFiles.ExperimentName" => System.IO.Path.ChangeExtension(path["experiments/".Length..], null),
                "build_metadata.AdditionalFiles.ExperimentSource" => path,
                _ => null,
            };
            return value is not null;
        }
    }
}
