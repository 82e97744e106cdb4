namespace Unfold.Generators.Tests;

/// <summary>Wrong specs, each named after its mistake; the comment on a line says which code is told there.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(Built.Repository, "tests", "Unfold.Generators.Tests", "Language", "Corpus");

    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .ToDictionary(f => "experiments/" + Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText);

    public static TheoryData<string> Names() => [.. Files.Keys.Where(f => !f.Contains("/parts/", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_paths_tell_the_mistake_at_its_line(string name)
    {
        var path = $"experiments/{name}.json";
        var lines = Files[path].Split('\n').ToList();
        var line = lines.FindIndex(l => l.Contains("  // UFX", StringComparison.Ordinal));
        var code = lines[line][(lines[line].IndexOf("  // UFX", StringComparison.Ordinal) + 5)..].Trim();

        var told = BothPaths.Generator(path, Files);
        Assert.Contains((code, line + 1), told.Select(t => (t.Code, t.Line)));
        Assert.Equal([code], told.Select(t => t.Code).Distinct());
        Assert.Equal(told, BothPaths.Reader(path, Files));
    }

    [Fact]
    public void There_are_at_least_150() => Assert.True(Names().Count >= 150);
}
