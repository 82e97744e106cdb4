using System.Reflection;
using System.Runtime.CompilerServices;

namespace Unfold.Hosting;

/// <summary>Turns catalogue entries into types and instances. The first thing that runs a plugin's code.</summary>
internal sealed class ComponentActivator(PluginLoadSession session, IReadOnlyList<Assembly> builtIn, ConstructionGuard guard)
{
    /// <summary>The options record of a component.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded.</exception>
    public Type OptionsTypeOf(CatalogEntry entry) => ConstructorOf(entry).GetParameters()[0].ParameterType;

    /// <summary>Builds a component.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded (UFP004, UFP009, UFP021), or the constructor threw (UFP007) or did not return (UFP020).</exception>
    /// <exception cref="UnfoldException">The constructor refused its options with a code of its own.</exception>
    public object Create(CatalogEntry entry, object options) =>
        guard.Run(entry, () => ConstructorOf(entry).Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [options], culture: null));

    /// <summary>A component's options without any settings; those that are required have no value.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded, or the record cannot be built.</exception>
    public object DefaultOptions(CatalogEntry entry) => guard.Run(
        entry,
        () => OptionsTypeOf(entry).GetConstructor(Type.EmptyTypes)!.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null));

    /// <summary>The class of a component.</summary>
    public Type TypeOf(CatalogEntry entry)
    {
        var assembly = entry.Plugin.IsBuiltIn
            ? builtIn.Single(candidate => candidate.GetName().Name == entry.Plugin.Name)
            : session.Load(entry.Plugin);
        return guard.Run(entry, () => assembly.GetType(entry.Component.TypeName, throwOnError: true)!);
    }

    /// <summary>Runs the static constructors of a component and its options, without building one.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded, or one of them threw or did not return.</exception>
    public void Initialize(CatalogEntry entry) => guard.Run(entry, () =>
    {
        var options = OptionsTypeOf(entry);
        RuntimeHelpers.RunClassConstructor(TypeOf(entry).TypeHandle);
        RuntimeHelpers.RunClassConstructor(options.TypeHandle);
        return options;
    });

    private ConstructorInfo ConstructorOf(CatalogEntry entry)
    {
        var type = TypeOf(entry);
        return guard.Run(entry, () => type.GetConstructors().Single());
    }
}
