namespace Unfold.Specs;

/// <summary>The files that a spec may extend, by their path.</summary>
/// <param name="find">Parses a file, by its path with forward slashes; null where there is none.</param>
public sealed class SpecFiles(Func<string, SpecParseResult?> find)
{
    private readonly Dictionary<string, SpecParseResult?> _read = new(StringComparer.Ordinal);

    /// <summary>What has been parsed so far.</summary>
    public IEnumerable<SpecParseResult> Read => _read.Values.OfType<SpecParseResult>();

    /// <summary>A parsed file, or null where there is none.</summary>
    public SpecParseResult? Find(string path)
    {
        if (!_read.TryGetValue(path, out var parsed))
            _read[path] = parsed = find(path);
        return parsed;
    }

    /// <summary>A path relative to the folder of a file, without <c>.</c> and <c>..</c>; null where it leads above the root.</summary>
    public static string? Combine(string file, string relative)
    {
        var parts = Normal(file).Split('/').ToList();
        parts.RemoveAt(parts.Count - 1);
        foreach (var part in Normal(relative).Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part == ".." && parts.Count > 0 && parts[parts.Count - 1].Length == 0)
                return null;
            else if (part is not ("." or ""))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    /// <summary>The path with forward slashes.</summary>
    public static string Normal(string path) => path.Replace('\\', '/');
}
