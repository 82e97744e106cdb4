using System.Globalization;
using System.Reflection;

namespace Unfold.Hosting;

/// <summary>Where plugins are looked for.</summary>
public sealed record PluginSearch
{
    /// <summary>Folders, separated as in <c>PATH</c>, each a plugin folder or a folder of plugin folders.</summary>
    public const string FoldersVariable = "UNFOLD_PLUGINS";

    /// <summary>Names of plugins to switch off, separated as in <c>PATH</c> or by commas.</summary>
    public const string DisabledVariable = "UNFOLD_PLUGINS_DISABLED";

    /// <summary>How many seconds a plugin's constructors may take; a longer one counts as one that never returns.</summary>
    public const string LimitVariable = "UNFOLD_PLUGIN_SECONDS";

    // A day: waits take no more than some weeks, and nobody does.
    private const double LongestLimit = 86_400;

    /// <summary>The host's folder: <c>plugins/*/</c> and <c>experiments/Experiments.dll</c> lie in it.</summary>
    public required string HostFolder { get; init; }

    /// <summary>Folders that are looked in first, each a plugin folder or a folder of plugin folders: what lies in them shadows the host's own.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Further folders, each a plugin folder or a folder of plugin folders, after those of the host.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Names of plugins to switch off.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>Assemblies of the host that hold components.</summary>
    public IReadOnlyList<Assembly> BuiltIn { get; init; } = [];

    /// <summary>How long a component may take to be built, static constructors included, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan ConstructionLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tells how long a component takes.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The search of a program: beside it, and where the environment says.</summary>
    /// <param name="builtIn">Assemblies of the host that hold components.</param>
    /// <remarks>A limit that is no positive number is none: the default holds.</remarks>
    public static PluginSearch OfThisProgram(params Assembly[] builtIn)
    {
        var search = new PluginSearch
        {
            HostFolder = AppContext.BaseDirectory,
            Folders = Split(FoldersVariable, Path.PathSeparator),
            Disabled = Split(DisabledVariable, Path.PathSeparator, ','),
            BuiltIn = builtIn,
        };
        return double.TryParse(Environment.GetEnvironmentVariable(LimitVariable), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < LongestLimit
            ? search with { ConstructionLimit = TimeSpan.FromSeconds(seconds) }
            : search;
    }

    private static string[] Split(string variable, params char[] separators) =>
        (Environment.GetEnvironmentVariable(variable) ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
