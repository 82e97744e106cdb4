namespace Unfold.Hosting.Tests;

/// <summary>A host's folder in the making, with copies of fixture plugins.</summary>
internal sealed class HostFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HostFolder(params string[] plugins)
    {
        foreach (var plugin in plugins)
            TemporaryFolder.Copy(Fixture.Plugin(plugin), Plugin(plugin));
    }

    public string Path => _folder.Path;

    public PluginSearch Search => new() { HostFolder = Path };

    public string Plugin(string name, string file = "") => System.IO.Path.Combine(_folder["plugins", name], file);

    public HostFolder WithExperiments()
    {
        TemporaryFolder.Copy(Fixture.Experiments(), _folder["experiments"]);
        return this;
    }

    /// <summary>Writes a file into a plugin's folder, which need not exist.</summary>
    public HostFolder WithFile(string plugin, string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Plugin(plugin, file))!);
        File.WriteAllText(Plugin(plugin, file), text);
        return this;
    }

    public PluginHost Open(Func<PluginSearch, PluginSearch>? change = null) => PluginHost.Open((change ?? (search => search))(Search));

    public void Dispose() => _folder.Dispose();
}
