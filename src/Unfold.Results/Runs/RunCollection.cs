namespace Unfold.Results;

/// <summary>The runs of an experiment in an output folder.</summary>
public static class RunCollection
{
    /// <summary>The latest run of every variant or cell and seed that has ended, by name, then by seed.</summary>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="experiment">The experiment.</param>
    /// <exception cref="ResultsException">UFR003: a run's files are damaged; UFR005: there is no run.</exception>
    public static IReadOnlyList<StoredRun> Latest(string outFolder, string experiment)
    {
        var root = Path.Combine(outFolder, experiment);
        var results = Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories).Select(f => Path.Combine(f, RunFiles.Results)).Where(File.Exists).ToList()
            : [];
        if (results.Count == 0)
            throw new ResultsException("UFR005", $"there is no finished run in {Path.GetFullPath(root)}", $"train it: unfold run {experiment}");
        return [.. results
            .OrderBy(File.GetLastWriteTimeUtc)
            .Select(f => StoredRun.Read(Path.GetDirectoryName(f)!))
            .GroupBy(r => (r.Result.Name, r.Result.Seed))
            .Select(g => g.Last())
            .OrderBy(r => r.Result.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Result.Seed)];
    }
}
