using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Hosting;

/// <summary>The plugins that may be used, as <c>plugins.lock.json</c> names them.</summary>
public sealed class PluginLock
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "plugins.lock.json";

    private const int Schema = 1;
    private const string Mend = "check where they come from; 'unfold plugins lock' takes the plugins as they are now";

    private readonly SortedDictionary<string, LockedPlugin> _plugins;

    private PluginLock(IEnumerable<KeyValuePair<string, LockedPlugin>> plugins)
    {
        _plugins = new(StringComparer.Ordinal);
        foreach (var (name, plugin) in plugins)
            _plugins.Add(name, plugin);
    }

    /// <summary>The locked plugins by name.</summary>
    public IReadOnlyDictionary<string, LockedPlugin> Plugins => _plugins;

    /// <summary>A lock of the plugins that are active. What is part of the host is no plugin of its own.</summary>
    public static PluginLock Of(IEnumerable<PluginReport> plugins) => new(Lockable(plugins).Select(plugin => KeyValuePair.Create(plugin.Name, LockedPlugin.Of(plugin))));

    /// <summary>Reads a lock.</summary>
    /// <exception cref="UnfoldException">UFP022: there is none, or it cannot be read.</exception>
    public static PluginLock Read(string path)
    {
        if (!File.Exists(path))
            throw new UnfoldException("UFP022", $"there is no {path}", "'unfold plugins lock' writes it");
        try
        {
            var file = JObject.Parse(File.ReadAllText(path));
            if (file["schema"] is not JValue { Value: (long)Schema })
                throw new UnfoldException("UFP022", $"{path} has schema {file["schema"]?.ToString() ?? "none"}, this host reads {Schema}", "'unfold plugins lock' writes it anew");
            return new(Entries(file));
        }
        catch (JsonException damaged)
        {
            throw new UnfoldException("UFP022", $"{path} is no lock: {damaged.Message.ReplaceLineEndings(" ").TrimEnd('.')}", "'unfold plugins lock' writes it anew", damaged);
        }
    }

    /// <summary>The file's text; the same for the same plugins.</summary>
    public string Write()
    {
        var plugins = new JObject(_plugins.Select(plugin => new JProperty(plugin.Key, Entry(plugin.Value))));
        return new JObject { ["schema"] = Schema, ["plugins"] = plugins }.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Refuses every active plugin that is not in this lock, or is another one than that. A locked plugin that is not there is no danger to any result.</summary>
    /// <param name="plugins">The plugins that there are.</param>
    /// <param name="path">The lock's file, for the message.</param>
    /// <exception cref="UnfoldException">UFP022: all that differ, each with both hashes.</exception>
    public void Check(IEnumerable<PluginReport> plugins, string path)
    {
        var refused = Lockable(plugins).SelectMany(plugin => Differences(plugin.Name, LockedPlugin.Of(plugin))).ToList();
        if (refused.Count > 0)
            throw new UnfoldException("UFP022", $"not as {path} says: {string.Join("; ", refused)}", Mend);
    }

    private static IEnumerable<PluginReport> Lockable(IEnumerable<PluginReport> plugins) => plugins.Where(plugin => plugin is { State: PluginState.Active, IsBuiltIn: false });

    private IEnumerable<string> Differences(string name, LockedPlugin actual) => _plugins.TryGetValue(name, out var locked)
        ? locked.DifferencesFrom(actual).Select(difference => $"plugin {name} has {difference}")
        : [$"plugin {name} is not in it (version {actual.Version}, SHA-256 {actual.Sha256})"];

    private static IEnumerable<KeyValuePair<string, LockedPlugin>> Entries(JObject file)
    {
        if (file["plugins"] is not JObject plugins)
            throw new JsonException("it has no object 'plugins'");
        foreach (var plugin in plugins.Properties())
        {
            yield return plugin.Value.ToObject<LockedPlugin>() is { Version: not null, Sha256: not null } locked
                ? KeyValuePair.Create(plugin.Name, locked)
                : throw new JsonException($"'{plugin.Name}' has no version and sha256");
        }
    }

    private static JObject Entry(LockedPlugin plugin)
    {
        var entry = new JObject { ["version"] = plugin.Version, ["sha256"] = plugin.Sha256 };
        if (plugin.Files is { } files)
            entry["files"] = new JObject(files.Select(file => new JProperty(file.Key, file.Value)));
        return entry;
    }
}
