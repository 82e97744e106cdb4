using System.Reflection;
using Newtonsoft.Json;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Describes plugins: from metadata and documentation files, and by their default options where they can be loaded.</summary>
internal sealed class PluginDescriber(ComponentCatalog catalog, ComponentActivator activator)
{
    public PluginDescription Describe(PluginReport plugin)
    {
        var docs = new XmlDocs(plugin.Path);
        return new PluginDescription(plugin, [.. plugin.Components.Select(component => Describe(plugin, component, docs))]);
    }

    private ComponentDescription Describe(PluginReport plugin, ComponentSchema component, XmlDocs docs)
    {
        var (defaults, problem) = Defaults(plugin, component);
        return new ComponentDescription(
            component,
            docs.OfType(component.TypeName),
            [.. component.Options.Select(option => Describe(option, component, defaults, docs))],
            problem);
    }

    private (object? Options, PluginProblem? Problem) Defaults(PluginReport plugin, ComponentSchema component)
    {
        // What is not active offers nothing, and another plugin's component of the same id is not this one's.
        if (catalog.Find(component.Kind, component.Id) is not { } entry || !ReferenceEquals(entry.Plugin, plugin))
            return (null, null);
        try
        {
            activator.Initialize(entry);
            return (activator.DefaultOptions(entry), null);
        }
        catch (UnfoldException failure)
        {
            return (null, (failure as PluginException)?.Problem ?? new PluginProblem(PluginState.Faulted, failure.Code, failure.Message, failure.Mend));
        }
    }

    private static OptionDescription Describe(OptionSchema option, ComponentSchema component, object? defaults, XmlDocs docs)
    {
        var property = defaults?.GetType().GetProperty(option.Property);
        var value = property is null || option.Required ? null : OptionDefault.Of(property.GetValue(defaults), option.Type).ToString(Formatting.None);
        return new OptionDescription(option, OptionWords.Type(option.Type), OptionWords.Rules(option.Rules), value, Summary(option, component, property, docs));
    }

    // An inherited option is documented where it is declared, which only the loaded type tells.
    private static string? Summary(OptionSchema option, ComponentSchema component, PropertyInfo? property, XmlDocs docs) => property?.DeclaringType is { } owner
        ? (owner.Assembly.GetName().Name == component.Assembly ? docs : new XmlDocs(owner.Assembly.Location)).OfProperty(owner.FullName!, option.Property)
        : docs.OfProperty(component.OptionsTypeName, option.Property);
}
