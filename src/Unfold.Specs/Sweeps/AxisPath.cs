namespace Unfold.Specs;

/// <summary>Which paths a sweep or an override may change.</summary>
internal static class AxisPath
{
    private const int Deepest = 32;

    /// <summary>Whether a path means the seeds.</summary>
    public static bool IsSeed(string path) => path is "seed" or "seeds";

    /// <summary>What is wrong with a path, or null.</summary>
    /// <param name="path">The path.</param>
    /// <param name="alsoKnown">Names that may stand here besides the sections.</param>
    public static string? Problem(string path, params string[] alsoKnown)
    {
        var parts = path.Split('.');
        if (IsSeed(parts[0]))
            return "seeds are no axis: write \"seeds\": 5, or \"seeds\": [0, 1, 2]";
        if (!SpecSections.All.Contains(parts[0]))
            return $"'{path}' is no path; it begins with a section: {NearestNames.Hint(parts[0], [.. SpecSections.All, .. alsoKnown])}";
        return parts.Length > Deepest || parts.Any(p => p.Length == 0) ? $"'{path}' is no path such as architecture.layers" : null;
    }
}
