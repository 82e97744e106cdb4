using System.Security.Cryptography;

namespace Unfold.Reliability.Tests;

/// <summary>Every byte below a folder, as hashes by path: to see that nothing has changed.</summary>
internal static class FolderContent
{
    /// <summary>That of a folder; empty where there is none.</summary>
    public static SortedDictionary<string, string> Of(string? folder) => folder is null || !Directory.Exists(folder)
        ? []
        : new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);

    /// <summary>The files that were changed, added or removed.</summary>
    public static IReadOnlyList<string> Changes(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(f => before.GetValueOrDefault(f) != after.GetValueOrDefault(f))];

    /// <summary>Copies a folder.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
