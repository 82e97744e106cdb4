using Microsoft.CodeAnalysis;
using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Generators.Tests;

/// <summary>One spec through the generator and through the reader at run time.</summary>
internal static class BothPaths
{
    private static readonly PluginHost Host = Built.OpenHost();

    /// <summary>What the generator says, as code, line and column.</summary>
    public static IReadOnlyList<(string Code, int Line, int Column)> Generator(string path, IReadOnlyDictionary<string, string> files) =>
    [
        .. GeneratorRun.Of([.. files.Where(f => f.Key == path || Corpus.IsPart(f.Key)).Select(f => (f.Key, f.Value))]).Diagnostics
            .Where(d => d.Location.GetLineSpan().Path == path)
            .Select(d => (d.Id, d.Location.GetLineSpan().StartLinePosition))
            .Select(d => (d.Id, d.StartLinePosition.Line + 1, d.StartLinePosition.Character + 1))
            .Order(),
    ];

    /// <summary>What the reader says.</summary>
    public static IReadOnlyList<(string Code, int Line, int Column)> Reader(string path, IReadOnlyDictionary<string, string> files)
    {
        var source = new SpecSource(path, Path.ChangeExtension(path["experiments/".Length..], null), files.GetValueOrDefault);
        try
        {
            return [.. Host.Read(source).Warnings.Select(Place).Order()];
        }
        catch (SpecException wrong)
        {
            return [.. wrong.Diagnostics.Select(Place).Order()];
        }
    }

    private static (string Code, int Line, int Column) Place(SpecDiagnostic mistake) => (mistake.Code, mistake.Span.Line, mistake.Span.Column);
}
