using System.Reflection;

namespace Unfold.Hosting;

/// <summary>Which plugins a run depends on.</summary>
internal static class PluginProvenance
{
    /// <summary>The plugins of the run's components and those that they build on, by name. What is part of the host is left out.</summary>
    public static IReadOnlyList<UsedPlugin> Of(TrainingSpec spec, IReadOnlyList<PluginReport> plugins)
    {
        var installed = plugins
            .Where(plugin => plugin is { State: PluginState.Active, IsBuiltIn: false })
            .ToDictionary(plugin => plugin.Name, StringComparer.OrdinalIgnoreCase);
        var used = new SortedDictionary<string, UsedPlugin>(StringComparer.Ordinal);
        foreach (var component in ComponentTree.Walk(spec))
            Add(component.GetType().Assembly.GetName());
        return [.. used.Values];

        void Add(AssemblyName name)
        {
            if (!installed.TryGetValue(name.Name!, out var plugin) || !used.TryAdd(plugin.Name, Describe(plugin)))
                return;
            foreach (var reference in References(plugin.Path))
                Add(reference);
        }
    }

    private static UsedPlugin Describe(PluginReport plugin) => new(plugin.Name, plugin.Path, plugin.Version!.ToString(), plugin.Sha256!);

    private static AssemblyName[] References(string path)
    {
        using var file = MetadataFile.Open(path);
        return [.. file.References.Select(reference => reference.GetAssemblyName())];
    }
}
