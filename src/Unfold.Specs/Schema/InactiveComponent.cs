namespace Unfold.Specs;

/// <summary>A component of a plugin that is there and not active: worth knowing to those who miss it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Why">Which plugin has it, why that is not active, and how to mend it.</param>
public sealed record InactiveComponent(string Kind, string Id, string Why)
{
    /// <summary>The file in a plugin's folder that switches the plugin off, at build and at run time.</summary>
    public const string DisabledFile = "disabled";

    /// <summary>Why a plugin with that file is not active.</summary>
    public const string DisabledByFile = "it is disabled by the file '" + DisabledFile + "' in its folder";

    /// <summary>How to mend that.</summary>
    public const string Enable = "remove that to use it";

    /// <summary>A component of a plugin.</summary>
    public static InactiveComponent Of(string kind, string id, string plugin, string state, string code, string reason, string mend) =>
        new(kind, id, $"plugin {plugin} has it, and is {state}: {code}: {reason}; {mend}");
}
