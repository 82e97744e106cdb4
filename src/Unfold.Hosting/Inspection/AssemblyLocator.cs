namespace Unfold.Hosting;

/// <summary>Answers where the assembly of a simple name would come from at run time, without loading it.</summary>
internal sealed class AssemblyLocator
{
    private readonly IReadOnlyDictionary<string, string> _plugins;
    private readonly Dictionary<string, string> _trusted;

    /// <param name="plugins">The plugins' assemblies by simple name: plugins may build on each other.</param>
    public AssemblyLocator(IReadOnlyDictionary<string, string> plugins)
    {
        _plugins = plugins;
        // The runtime's list of every assembly of the framework and of the host.
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        _trusted = new(StringComparer.OrdinalIgnoreCase);
        foreach (var path in trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            _trusted.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>The file, or null where no folder holds it or the framework does: framework types are never opened.</summary>
    public string? Find(string simpleName, string folder) =>
        SharedAssemblies.PathOf(simpleName) ?? Beside(simpleName, folder) ?? _plugins.GetValueOrDefault(simpleName) ?? OfHost(simpleName);

    /// <summary>Whether the host or the folder can provide the assembly; other plugins are not counted.</summary>
    public bool Provides(string simpleName, string folder) =>
        _trusted.ContainsKey(simpleName)
        || Beside(simpleName, folder) is not null
        // runtimes/<rid>/lib/…, which the plugin's .deps.json points to
        || Directory.EnumerateFiles(folder, simpleName + ".dll", SearchOption.AllDirectories).Any();

    private static string? Beside(string simpleName, string folder)
    {
        var path = Path.Combine(folder, simpleName + ".dll");
        return File.Exists(path) ? path : null;
    }

    private string? OfHost(string simpleName) =>
        _trusted.TryGetValue(simpleName, out var path) && path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? path : null;
}
