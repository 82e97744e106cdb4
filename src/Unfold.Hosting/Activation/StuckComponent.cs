using System.Reflection;
using System.Runtime.CompilerServices;

namespace Unfold.Hosting;

/// <summary>
/// Finds the component whose static constructor does not return, where a typed experiment calls constructors directly: whoever else asks for
/// the same type waits too. (.NET shows no other thread's stack.)
/// </summary>
internal sealed class StuckComponent(ComponentCatalog catalog, PluginLoadSession session, ConstructionGuard guard)
{
    /// <summary>The plugins that were loaded so far: one of them it is.</summary>
    public IEnumerable<string> Candidates => Loaded().Select(found => found.Entry.Plugin.Name).Distinct();

    /// <summary>The component, or null where every static constructor returns: then it is that of an instance.</summary>
    public CatalogEntry? Find() => Loaded().Where(found => !Returns(found)).Select(found => found.Entry).FirstOrDefault();

    private IEnumerable<(CatalogEntry Entry, Assembly Assembly)> Loaded() =>
        from entry in catalog.Entries
        where !entry.Plugin.IsBuiltIn
        let assembly = session.Loaded(entry.Plugin)
        where assembly is not null
        select (entry, assembly);

    private bool Returns((CatalogEntry Entry, Assembly Assembly) found) => guard.Returns(() =>
    {
        var type = found.Assembly.GetType(found.Entry.Component.TypeName, throwOnError: true)!;
        RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        RuntimeHelpers.RunClassConstructor(type.GetConstructors().Single().GetParameters()[0].ParameterType.TypeHandle);
    });
}
