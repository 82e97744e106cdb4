namespace Unfold.Results;

/// <summary>The runs of an experiment in an output folder.</summary>
public static class RunCollection
{
    /// <summary>The latest run of every variant or cell and seed that has ended, by name, then by seed.</summary>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="isWanted">Which run of a cell and seed counts before later ones, such as one of today's spec; null for the latest whatever it is.</param>
    /// <exception cref="ResultsException">UFR003: a run's files are damaged; UFR005: there is no run.</exception>
    public static IReadOnlyList<StoredRun> Latest(string outFolder, string experiment, Func<StoredRun, bool>? isWanted = null)
    {
        var root = Path.Combine(outFolder, experiment);
        var results = Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).Where(IsWhole).SelectMany(Directory.EnumerateDirectories).Where(IsWhole).Select(f => Path.Combine(f, RunFiles.Results)).Where(File.Exists).ToList()
            : [];
        if (results.Count == 0)
            throw new ResultsException("UFR005", $"there is no finished run in {Path.GetFullPath(root)}", $"train it: unfold run {experiment}");
        return Latest(results.Select(f => Path.GetDirectoryName(f)!), isWanted);
    }

    /// <summary>The same of runs by their folders.</summary>
    internal static IReadOnlyList<StoredRun> Latest(IEnumerable<string> folders, Func<StoredRun, bool>? isWanted = null) =>
    [
        .. folders
            .OrderBy(f => File.GetLastWriteTimeUtc(Path.Combine(f, RunFiles.Results)))
            .Select(StoredRun.Read)
            .GroupBy(r => (r.Result.Name, r.Result.Seed))
            .Select(g => isWanted is null ? g.Last() : g.LastOrDefault(isWanted) ?? g.Last())
            .OrderBy(r => r.Result.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Result.Seed),
    ];

    // What was interrupted while it was written.
    internal static bool IsWhole(string folder) => !Path.GetFileName(folder).StartsWith('.');
}
