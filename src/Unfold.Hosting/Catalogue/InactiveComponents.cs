namespace Unfold.Hosting;

/// <summary>What plugins that are not active would bring, for those who miss it.</summary>
internal static class InactiveComponents
{
    /// <summary>By kind and id: which plugin has it, and why it is not active.</summary>
    public static IReadOnlyDictionary<(string Kind, string Id), string> Of(IEnumerable<PluginReport> plugins)
    {
        var found =
            from plugin in plugins
            where plugin.Problem is not null
            from component in plugin.Components
            select (Key: (component.Kind, component.Id), Text: $"plugin {plugin.Name} has it, and is {plugin.State}: {plugin.Problem!.Code}: {plugin.Problem.Reason}; {plugin.Problem.Mend}");
        return found.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.First().Text);
    }
}
