using System.Reflection;

namespace Unfold.Architecture.Tests;

/// <summary>The repository's files, without what a build makes.</summary>
internal static class Sources
{
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal) { "bin", "obj", ".git", "runs", "TestResults" };

    public static string Root { get; } = typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    /// <summary>Files below some folders, relative to the repository.</summary>
    public static IReadOnlyList<string> Files(string extension, params string[] folders) =>
        [.. folders.SelectMany(f => Below(new DirectoryInfo(Path.Combine(Root, f)))).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root, f))];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(f => f.FullName).Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name)).SelectMany(Below));
}
