using System.Text.RegularExpressions;
using Unfold.Hosting;

namespace Unfold.Cli.Templates;

/// <summary>The id of a new plugin's component, and the name of its experiment: the template makes both of the plugin's name.</summary>
internal static partial class PluginId
{
    /// <summary>The name in kebab case, by the rules of template.json.</summary>
    public static string Of(string name) => OuterHyphen().Replace(Other().Replace(WordBoundary().Replace(name, "-").ToLowerInvariant(), "-"), "");

    /// <summary>Refuses a name whose id is a component of that kind already, or an experiment: the new one would be shadowed by the old one, and nobody would be told.</summary>
    /// <param name="host">What there is.</param>
    /// <param name="root">The repository that the plugin is written in, whose experiments need not have been built; or null.</param>
    /// <param name="name">The plugin's name.</param>
    /// <param name="kind">What it brings.</param>
    /// <exception cref="UnfoldException">UFP024: it is taken, and by what.</exception>
    public static void Check(PluginHost host, string? root, string name, string kind)
    {
        var id = Of(name);
        var taken = host.Catalog.Find(kind, id) is { } component ? $"its {kind} would be '{id}', which {component.Plugin.Name} brings already"
            : ExperimentFile(host, root, id) is { } file ? $"its experiment would be '{id}', which is there already ({file})"
            : null;
        if (taken is not null)
            throw new UnfoldException("UFP024", $"a plugin cannot be called '{name}': {taken}", $"choose another name, such as My{name}");
    }

    private static string? ExperimentFile(PluginHost host, string? root, string id)
    {
        if (host.Experiments.Declared.FirstOrDefault(e => e.Name == id) is { } compiled)
            return compiled.Source;
        if (root is null)
            return null;
        var plugins = Path.Combine(root, "plugins");
        return new[] { root }.Concat(Directory.Exists(plugins) ? Directory.EnumerateDirectories(plugins).Order(StringComparer.Ordinal) : [])
            .Select(folder => Path.Combine(folder, "experiments", id + ".json"))
            .FirstOrDefault(File.Exists);
    }

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{Lu}\p{Nd}])(?=\p{Lu}\p{Ll})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordBoundary();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();

    [GeneratedRegex("^-|-$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OuterHyphen();
}
