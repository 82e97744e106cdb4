namespace Unfold.Hosting;

/// <summary>Lists the folders that should hold plugins, in an order that depends on names alone.</summary>
internal static class PluginDiscovery
{
    /// <summary>What is to come before all, the host's plugins, then those of each further folder in the order given; by ordinal name within a folder.</summary>
    public static IEnumerable<PluginCandidate> Find(PluginSearch search)
    {
        var own = Path.Combine(search.HostFolder, "plugins");
        var found = Directory.Exists(own) ? Within(own) : [];
        return search.Before.SelectMany(Named).Concat(found).Concat(search.Folders.SelectMany(Named)).DistinctBy(candidate => candidate.Folder, StringComparer.Ordinal);
    }

    private static IEnumerable<PluginCandidate> Named(string folder)
    {
        var candidate = new PluginCandidate(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return candidate.HasAssembly || !candidate.Exists ? [candidate] : Within(candidate.Folder);
    }

    private static IEnumerable<PluginCandidate> Within(string folder) => Directory
        .EnumerateDirectories(folder)
        .Select(path => new PluginCandidate(path))
        .OrderBy(candidate => candidate.Name, StringComparer.Ordinal);
}
