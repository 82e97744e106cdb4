namespace Unfold.Hosting;

/// <summary>Assembly files as data, each opened once.</summary>
internal sealed class MetadataLibrary(AssemblyLocator locator) : IDisposable
{
    private readonly Dictionary<string, MetadataFile> _files = new(StringComparer.Ordinal);

    public MetadataFile Open(string path)
    {
        if (!_files.TryGetValue(path, out var file))
            _files[path] = file = MetadataFile.Open(path);
        return file;
    }

    /// <summary>The assembly that <paramref name="from"/> means by a simple name, or null where the framework has it or nobody.</summary>
    public MetadataFile? Find(string simpleName, MetadataFile from)
    {
        if (simpleName == from.Name)
            return from;
        return locator.Find(simpleName, Path.GetDirectoryName(from.Path)!) is { } path ? Open(path) : null;
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }
}
