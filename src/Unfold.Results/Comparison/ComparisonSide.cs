namespace Unfold.Results;

/// <summary>One side of a comparison: the runs of a variant or cell, one for each seed.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Runs">The latest run of each seed, by seed; at least one.</param>
public sealed record ComparisonSide(string Name, IReadOnlyList<StoredRun> Runs)
{
    /// <summary>Finds a side.</summary>
    /// <param name="outFolder">The output folder, for names.</param>
    /// <param name="nameOrFolder">A run's folder, a folder of a variant's or cell's runs, or <c>experiment/variant</c>.</param>
    /// <exception cref="ResultsException">UFR008: it names no run, or more than one variant or cell; UFR003: a run's files are damaged.</exception>
    public static ComparisonSide Find(string outFolder, string nameOrFolder)
    {
        var folders = new[] { nameOrFolder, Path.Combine(outFolder, nameOrFolder) }.Where(Directory.Exists).ToList();
        foreach (var folder in folders)
        {
            if (RunFolders(folder) is { Count: > 0 } runs)
                return new ComparisonSide(nameOrFolder, Latest(runs));
        }

        var cells = folders
            .SelectMany(Directory.EnumerateDirectories)
            .Where(cell => RunFolders(cell).Count > 0)
            .Select(cell => $"{nameOrFolder}/{Path.GetFileName(cell)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        throw cells.Count > 0
            ? new ResultsException("UFR008", $"'{nameOrFolder}' has several variants or cells", $"name one: {List(cells)}")
            : new ResultsException("UFR008", $"there is no run in '{nameOrFolder}', nor in {Path.GetFullPath(Path.Combine(outFolder, nameOrFolder))}", $"give a run's folder, or experiment/variant{Near(outFolder, nameOrFolder)}");
    }

    private static List<string> RunFolders(string folder) => File.Exists(Path.Combine(folder, RunFiles.Results))
        ? [folder]
        : [.. Directory.EnumerateDirectories(folder).Where(f => File.Exists(Path.Combine(f, RunFiles.Results)))];

    private static List<StoredRun> Latest(List<string> folders) =>
    [
        .. folders
            .OrderBy(f => File.GetLastWriteTimeUtc(Path.Combine(f, RunFiles.Results)))
            .Select(StoredRun.Read)
            .GroupBy(r => r.Result.Seed)
            .Select(g => g.Last())
            .OrderBy(r => r.Result.Seed),
    ];

    // The cells of a swept variant have its name and brackets.
    private static string Near(string outFolder, string name)
    {
        var (parent, variant) = (Path.GetDirectoryName(Path.Combine(outFolder, name))!, Path.GetFileName(name));
        var near = Directory.Exists(parent) && variant.Length > 0
            ? Directory.EnumerateDirectories(parent, variant + "*").Where(cell => RunFolders(cell).Count > 0).Select(cell => $"{name[..^variant.Length]}{Path.GetFileName(cell)}").Order(StringComparer.Ordinal).ToList()
            : [];
        return near.Count == 0 ? "" : $"; there are {List(near)}";
    }

    private static string List(List<string> names) => string.Join(", ", names.Take(10)) + (names.Count > 10 ? ", …" : "");
}
