using System.Reflection;
using System.Xml.Linq;

namespace Unfold.Architecture.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj"];

    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "UnfoldRoot").Value!;

    /// <summary>Files below folders of the repository, none of them generated; paths relative to the root, with slashes.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        folders
            .Select(f => Path.Combine(Root, f))
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, pattern, SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Intersect(Generated).Any());

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The projects that a project refers to, by name.</summary>
    public static IReadOnlyList<string> ProjectReferences(string project) => References(project, "ProjectReference");

    /// <summary>The packages that a project refers to itself.</summary>
    public static IReadOnlyList<string> PackageReferences(string project) => References(project, "PackageReference");

    private static List<string> References(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Root, project)).Descendants(kind)
            .Select(r => r.Attribute("Include")?.Value)
            .OfType<string>()
            .Select(r => r.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(r.Replace('\\', '/')) : r)];
}
