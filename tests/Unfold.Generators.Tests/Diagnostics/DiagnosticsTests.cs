using System.Text.RegularExpressions;

namespace Unfold.Generators.Tests;

/// <summary>Every code of the build, as a person meets it: message, place and span, for all of the corpus.</summary>
[UsesVerify]
public sealed partial class DiagnosticsTests
{
    private static readonly IReadOnlyList<string> All = [.. Corpus.Names.Select(n => Corpus.Expected(n).Code).Concat(Scenes.All.Keys).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes() => [.. All];

    [Theory]
    [MemberData(nameof(Codes))]
    public Task It_is_told_like_this(string code)
    {
        var wrong = Corpus.Names.Where(n => Corpus.Expected(n).Code == code).Select(Corpus.PathOf).ToHashSet(StringComparer.Ordinal);
        var files = Corpus.Files.Where(f => wrong.Contains(f.Key) || Corpus.IsPart(f.Key)).ToDictionary(StringComparer.Ordinal);
        var drawn = Drawn(files, []);
        if (Scenes.All.TryGetValue(code, out var scene))
            drawn += Drawn(scene.Files, scene.Plugins);
        return Verify(drawn).UseDirectory("snapshots").UseParameters(code);
    }

    [Fact]
    public void Every_code_that_the_grammar_tells_is_here()
    {
        // 000, 016 … 019 and 027 … are the command line's.
        var told = Directory.EnumerateFiles(Path.Combine(Built.Repository, "src", "Unfold.Specs"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Built.Repository, "generators"), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Value.Trim('"')))
            .Distinct()
            .Where(c => c != "UFX027")
            .Order(StringComparer.Ordinal);
        Assert.Equal(told, All);
    }

    private static string Drawn(Dictionary<string, string> files, IReadOnlyList<string> plugins) =>
        Generators.Tests.Drawn.Of(GeneratorRun.Of(plugins.Select(Built.Fixture), [.. files.Select(f => (f.Key, f.Value))]).Diagnostics, files);

    [GeneratedRegex("\"UFX[0-9]{3}\"", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
