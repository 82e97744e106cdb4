using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Where a spec comes from: a file, or what was compiled.</summary>
/// <param name="File">The file, as messages name it.</param>
/// <param name="Name">The experiment's name.</param>
/// <param name="Read">The text of a file by its path, which may be one that it extends; null where there is none.</param>
public sealed record SpecSource(string File, string Name, Func<string, string?> Read)
{
    /// <summary>A file on the disk.</summary>
    public static SpecSource OfFile(string path, string name) => new(path, name, TextOf);

    /// <summary>A text that is not on the disk yet; what it extends is.</summary>
    public static SpecSource OfText(string path, string name, string text) => new(path, name, at => at == SpecFiles.Normal(path) ? text : TextOf(at));

    internal SpecFiles Files() => new(path => Read(path) is { } text ? SpecParser.Parse(path == SpecFiles.Normal(File) ? File : path, text) : null);

    // What is too large to be a spec is not read: the parser refuses its length.
    private static string? TextOf(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;
        return file.Length > SpecParser.LargestFile ? new string(' ', (int)Math.Min(file.Length, int.MaxValue / 4)) : System.IO.File.ReadAllText(path);
    }
}
