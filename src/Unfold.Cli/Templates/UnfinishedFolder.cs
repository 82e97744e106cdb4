namespace Unfold.Cli.Templates;

/// <summary>
/// Where a folder is made before it gets its name: beside its place, so that the last step is one rename, and a level deeper than a plugin lies, so that no build takes
/// what a killed process left for one.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    private readonly string _folder;

    private UnfinishedFolder(string folder, string path) => (_folder, Path) = (folder, path);

    /// <summary>An empty folder.</summary>
    public string Path { get; }

    /// <summary>Makes it, and with it sure that the folder can be made.</summary>
    /// <param name="folder">The folder to be: not there, or empty.</param>
    /// <exception cref="UnfoldException">UFP024: it is there and not empty, or cannot be made.</exception>
    public static UnfinishedFolder Beside(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UnfoldException("UFP024", $"{folder} is there already", "choose another name or another folder (--out), or delete it first");
        return Try(folder, () =>
        {
            var path = $"{folder}.{System.IO.Path.GetRandomFileName()}.tmp";
            Directory.CreateDirectory(path);
            return new UnfinishedFolder(folder, path);
        });
    }

    /// <summary>Gives what was made its place.</summary>
    /// <param name="made">A folder in this one.</param>
    /// <exception cref="UnfoldException">UFP024: somebody else was faster.</exception>
    public void Move(string made) => Try(_folder, () =>
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder);
        Directory.Move(made, _folder);
        return made;
    });

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static T Try<T>(string folder, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UnfoldException("UFP024", $"{folder} cannot be made: {refused.Message.TrimEnd('.')}", "choose another folder (--out), or mend its permissions", refused);
        }
    }
}
