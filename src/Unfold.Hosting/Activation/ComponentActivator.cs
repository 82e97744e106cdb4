using System.Reflection;
using System.Runtime.CompilerServices;

namespace Unfold.Hosting;

/// <summary>Turns catalogue entries into types and instances. The first thing that runs a plugin's code.</summary>
internal sealed class ComponentActivator(PluginLoadSession session, IReadOnlyList<Assembly> builtIn)
{
    /// <summary>The options record of a component.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded.</exception>
    public Type OptionsTypeOf(CatalogEntry entry) => ConstructorOf(entry).GetParameters()[0].ParameterType;

    /// <summary>Builds a component.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded (UFP004, UFP009), or the constructor threw (UFP007).</exception>
    /// <exception cref="UnfoldException">The constructor refused its options with a code of its own.</exception>
    public object Create(CatalogEntry entry, object options)
    {
        var constructor = ConstructorOf(entry);
        return ConstructionGuard.Run(() => constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [options], culture: null), _ => entry);
    }

    /// <summary>The class of a component.</summary>
    public Type TypeOf(CatalogEntry entry)
    {
        var assembly = entry.Plugin.IsBuiltIn
            ? builtIn.Single(candidate => candidate.GetName().Name == entry.Plugin.Name)
            : session.Load(entry.Plugin);
        return ConstructionGuard.Run(() => assembly.GetType(entry.Component.TypeName, throwOnError: true)!, _ => entry);
    }

    /// <summary>Runs the static constructors of a component and its options, without building one.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded, or one of them threw.</exception>
    public void Initialize(CatalogEntry entry)
    {
        Type[] types = [TypeOf(entry), OptionsTypeOf(entry)];
        foreach (var type in types)
        {
            ConstructionGuard.Run(
                () =>
                {
                    RuntimeHelpers.RunClassConstructor(type.TypeHandle);
                    return type;
                },
                _ => entry);
        }
    }

    private ConstructorInfo ConstructorOf(CatalogEntry entry)
    {
        var type = TypeOf(entry);
        return ConstructionGuard.Run(() => type.GetConstructors().Single(), _ => entry);
    }
}
