using System.Text.RegularExpressions;

namespace Unfold.Architecture.Tests;

public sealed partial class HouseTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Files_are_small()
    {
        var lengths = Sources.Files(".cs", "src", "generators", "plugins").Select(f => (File: f, Lines: Sources.Read(f).Split('\n').Length)).OrderBy(f => f.Lines).ToList();
        Assert.True(lengths[^1].Lines <= LongestFile, $"{lengths[^1].File} has {lengths[^1].Lines} lines");
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, 60);
    }

    [Fact]
    public void Folders_are_features() =>
        Assert.DoesNotContain(Sources.Files(".cs", "src", "generators", "plugins"), f => f.Split(Path.DirectorySeparatorChar).Any(p => p is "Models" or "Helpers" or "Utils" or "Services"));

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        var used = Sources.Files(".cs", "src", "generators", "plugins").Concat(Sources.Files(".targets", "eng")).SelectMany(f => Code().Matches(Sources.Read(f)).Select(m => m.Groups["code"].Value)).ToHashSet();
        var pages = Sources.Files(".md", "docs/diagnostics").Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet();
        Assert.Empty(used.Except(pages));
        Assert.Empty(pages.Except(used));
    }

    [GeneratedRegex("(?<code>UF[XPEDRT][0-9]{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
