using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

namespace Unfold.Hosting;

/// <summary>
/// Loads plugin assemblies, each into its own load context, with the contracts and TorchSharp shared. The only class that
/// knows the loading library. Nothing is loaded before it is asked for, and nothing is ever unloaded: torch keeps types alive.
/// </summary>
internal sealed class PluginLoadSession
{
    private readonly Dictionary<string, PluginReport> _plugins;
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _loading = new();

    /// <param name="plugins">The active plugins.</param>
    public PluginLoadSession(IEnumerable<PluginReport> plugins) =>
        _plugins = plugins.ToDictionary(plugin => plugin.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The assembly of an active plugin.</summary>
    /// <exception cref="PluginException">It cannot be loaded.</exception>
    public Assembly Load(PluginReport plugin)
    {
        try
        {
            return LoadOnce(plugin.Name, plugin.Path);
        }
        catch (Exception exception) when (LoadFailure.Explain(plugin.Name, exception) is { } problem)
        {
            throw new PluginException(plugin.Name, problem, exception);
        }
    }

    /// <summary>The assembly of a plugin that was loaded already, or null.</summary>
    public Assembly? Loaded(PluginReport plugin)
    {
        lock (_loading)
            return _loaded.GetValueOrDefault(plugin.Name);
    }

    /// <summary>An assembly that uses plugins but is none: the compiled experiments.</summary>
    public Assembly LoadFile(string path) => LoadOnce(path, path);

    private Assembly LoadOnce(string key, string path)
    {
        lock (_loading)
        {
            if (!_loaded.TryGetValue(key, out var assembly))
            {
                // It may have changed since it was inspected, and the compiled experiments never are.
                if (DependencyFile.Find(path) is { } damaged)
                    throw new PluginException(Path.GetFileNameWithoutExtension(path), damaged);
                var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: false, [.. SharedAssemblies.Types]);
                _loaded[key] = assembly = loader.LoadDefaultAssembly();
                // What neither its folder nor the host has may be another plugin: it gets the one of this session, so that
                // a plugin's types are the same types everywhere. (On its own context: the default one belongs to the process.)
                AssemblyLoadContext.GetLoadContext(assembly)!.Resolving += Resolve;
            }

            return assembly;
        }
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is { } simpleName && _plugins.TryGetValue(simpleName, out var plugin) ? LoadOnce(plugin.Name, plugin.Path) : null;
}
