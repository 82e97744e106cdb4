using Unfold.Results;

namespace Unfold.Cli.Sweeps;

/// <summary>Small files as they were.</summary>
internal sealed class KeptFiles
{
    private readonly List<(string Path, string? Text)> _files;

    /// <param name="paths">The files; one that is not there is kept so.</param>
    public KeptFiles(params string[] paths) => _files = [.. paths.Select(p => (p, File.Exists(p) ? File.ReadAllText(p) : null))];

    /// <summary>Makes them what they were.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Restore()
    {
        foreach (var (path, text) in _files)
        {
            if (text is null)
                AtomicFile.Delete(path);
            else
                AtomicFile.Write(path, text);
        }
    }
}
