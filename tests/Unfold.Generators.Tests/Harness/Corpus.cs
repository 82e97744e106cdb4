namespace Unfold.Generators.Tests;

/// <summary>Wrong specs, each named after its mistake; the comment on a line says which code is told there.</summary>
internal static class Corpus
{
    private const string Mark = "  // UFX";
    private static readonly string Folder = Path.Combine(Built.Repository, "tests", "Unfold.Generators.Tests", "Language", "Corpus");

    /// <summary>All files, those that they extend included, by their path in a build.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Directory
        .EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .ToDictionary(f => "experiments/" + Path.GetRelativePath(Folder, f).Replace('\\', '/'), f => File.ReadAllText(f).Replace("\r\n", "\n", StringComparison.Ordinal), StringComparer.Ordinal);

    /// <summary>The names of the wrong ones, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Files.Keys.Where(f => !IsPart(f)).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>Whether a file is there to be extended.</summary>
    public static bool IsPart(string path) => path.Contains("/parts/", StringComparison.Ordinal);

    /// <summary>A wrong spec's path in a build.</summary>
    public static string PathOf(string name) => $"experiments/{name}.json";

    /// <summary>What is told about a wrong spec.</summary>
    public static (string Code, int Line) Expected(string name)
    {
        var lines = Files[PathOf(name)].Split('\n').ToList();
        var line = lines.FindIndex(l => l.Contains(Mark, StringComparison.Ordinal));
        return (lines[line][(lines[line].IndexOf(Mark, StringComparison.Ordinal) + 5)..].Trim(), line + 1);
    }
}
