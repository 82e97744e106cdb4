using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>All components of all active plugins.</summary>
public sealed class ComponentCatalog
{
    private readonly Dictionary<(string Kind, string Id), CatalogEntry> _entries;

    /// <param name="plugins">The plugins; those that are not active are left out.</param>
    public ComponentCatalog(IEnumerable<PluginReport> plugins)
    {
        var entries =
            from plugin in plugins
            where plugin.State == PluginState.Active
            from component in plugin.Components
            select new CatalogEntry(component, plugin);
        _entries = entries.ToDictionary(entry => (entry.Component.Kind, entry.Component.Id));
        Entries = [.. ComponentKind.All.SelectMany(kind => OfKind(kind.Name))];
        Schemas = [.. Entries.Select(entry => entry.Component)];
    }

    /// <summary>The components, by kind in the order of <see cref="ComponentKind.All"/>, then by id.</summary>
    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>Their schemas, in the same order: what specs are checked against.</summary>
    public IReadOnlyList<ComponentSchema> Schemas { get; }

    /// <summary>The component of a kind and id, or null.</summary>
    public CatalogEntry? Find(string kind, string id) => _entries.GetValueOrDefault((kind, id));

    /// <summary>The components of a kind, by id.</summary>
    public IEnumerable<CatalogEntry> OfKind(string kind) => _entries.Values
        .Where(entry => entry.Component.Kind == kind)
        .OrderBy(entry => entry.Component.Id, StringComparer.Ordinal);
}
