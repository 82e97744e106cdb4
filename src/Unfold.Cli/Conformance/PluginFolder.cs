namespace Unfold.Cli.Conformance;

/// <summary>
/// A plugin's folder as somebody names it: one that the host could load (X with X.dll), a project (X with X.csproj, which was built), or a build's output. The last
/// two are copied into a folder of the plugin's name, which the host asks for.
/// </summary>
internal sealed class PluginFolder : IDisposable
{
    private const string Dependencies = ".deps.json";

    private readonly DirectoryInfo? _copy;

    private PluginFolder(string named, string loaded, DirectoryInfo? copy) => (Named, Loaded, _copy) = (named, loaded, copy);

    /// <summary>The folder as it was named, absolute: its <c>experiments</c> are the plugin's.</summary>
    public string Named { get; }

    /// <summary>The folder to load.</summary>
    public string Loaded { get; }

    /// <summary>The plugin's name.</summary>
    public string Name => Path.GetFileName(Loaded);

    /// <exception cref="UnfoldException">UFP003: a project that was not built, or no plugin at all.</exception>
    public static PluginFolder Open(string folder)
    {
        var named = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var name = Path.GetFileName(named);
        if (File.Exists(Path.Combine(named, name + ".dll")))
            return new PluginFolder(named, named, null);
        if (Directory.EnumerateFiles(named, "*.csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).FirstOrDefault() is { } project)
            return Copied(named, Output(named, project), project);
        return Directory.EnumerateFiles(named, "*" + Dependencies).ToList() is [var only]
            ? Copied(named, named, Path.GetFileName(only)[..^Dependencies.Length])
            : throw new UnfoldException("UFP003", $"{named} holds no {name}.dll, no project and no build's output", "give the folder of one plugin: folder, file and assembly have the same name");
    }

    public void Dispose()
    {
        try
        {
            _copy?.Delete(recursive: true);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // Some systems keep loaded assemblies: the folder of temporary files is theirs to clear.
        }
    }

    private static string Output(string folder, string project)
    {
        var bin = Path.Combine(folder, "bin");
        var built = Directory.Exists(bin) ? Directory.EnumerateFiles(bin, project + ".dll", SearchOption.AllDirectories).Where(f => File.Exists(f[..^4] + Dependencies)) : [];
        return Path.GetDirectoryName(built.MaxBy(File.GetLastWriteTimeUtc))
            ?? throw new UnfoldException("UFP003", $"{folder} is a project, and there is no {project}.dll below its bin", $"build it: dotnet build -c Release {folder}");
    }

    private static PluginFolder Copied(string named, string from, string name)
    {
        var copy = Directory.CreateTempSubdirectory("unfold-check-");
        var folder = new PluginFolder(named, Path.Combine(copy.FullName, name), copy);
        try
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder.Loaded, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            return folder;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            folder.Dispose();
            throw new UnfoldException("UFP002", $"{from} cannot be copied: {unreadable.Message.TrimEnd('.')}", "make it readable, or build it again", unreadable);
        }
    }
}
