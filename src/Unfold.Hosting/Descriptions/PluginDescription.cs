namespace Unfold.Hosting;

/// <summary>Everything that is known of a plugin.</summary>
/// <param name="Plugin">What its files say.</param>
/// <param name="Components">Its components.</param>
public sealed record PluginDescription(PluginReport Plugin, IReadOnlyList<ComponentDescription> Components)
{
    /// <summary>Why it cannot be used: found by its files, or else by loading it; null where nothing is wrong.</summary>
    public PluginProblem? Problem => Plugin.Problem ?? Components.Select(component => component.Problem).FirstOrDefault(problem => problem is not null);

    /// <summary>What became of it.</summary>
    public PluginState State => Problem?.State ?? PluginState.Active;
}
