namespace Unfold.Hosting;

/// <summary>What became of a plugin.</summary>
public enum PluginState
{
    /// <summary>Its components can be used.</summary>
    Active,

    /// <summary>Switched off by a person.</summary>
    Disabled,

    /// <summary>Compiled against contracts that this host does not offer.</summary>
    Incompatible,

    /// <summary>Not a plugin as its files stand.</summary>
    Malformed,

    /// <summary>A plugin that failed to load.</summary>
    Faulted,

    /// <summary>Another plugin came first.</summary>
    Shadowed,
}
