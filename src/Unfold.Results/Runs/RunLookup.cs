namespace Unfold.Results;

/// <summary>Runs by what a user calls them, the same for every command: a run's folder, a folder of a cell's runs, an experiment or its file, or an experiment with a variant or cell behind it.</summary>
public static class RunLookup
{
    /// <summary>The runs of all names, each once, in the order of the names.</summary>
    /// <param name="outFolder">Where the runs of experiments are.</param>
    /// <param name="names">The names.</param>
    /// <exception cref="ResultsException">UFR003: a run's files are damaged; UFR005: there is no such run.</exception>
    public static IReadOnlyList<StoredRun> Find(string outFolder, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return [.. names.SelectMany(Required).DistinctBy(run => Path.GetFullPath(run.Folder), StringComparer.Ordinal)];

        IReadOnlyList<StoredRun> Required(string name) => Find(outFolder, name) is { Count: > 0 } runs
            ? runs
            : throw new ResultsException("UFR005", $"'{name}' is no folder of a finished run, and no experiment or experiment/variant with one in {Path.GetFullPath(outFolder)}", "name it as 'unfold run' did, with the same --out, or give its folder");
    }

    /// <summary>The latest runs of a name, by cell and seed; none where there is nothing of the name.</summary>
    /// <param name="outFolder">Where the runs of experiments are.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ResultsException">UFR003: a run's files are damaged.</exception>
    public static IReadOnlyList<StoredRun> Find(string outFolder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (HasResults(name))
            return [StoredRun.Read(Path.TrimEndingDirectorySeparator(name))];
        if (Directory.Exists(name) && Directory.EnumerateDirectories(name).Where(RunCollection.IsWhole).Where(HasResults).ToList() is { Count: > 0 } runs)
            return RunCollection.Latest(runs);
        // As `unfold report` takes it: the file that was run.
        var experiment = ExperimentName.Of(name);
        if (HasRuns(outFolder, experiment))
            return RunCollection.Latest(outFolder, experiment);
        // Names of experiments have slashes, and those of cells may: the longest experiment that there is counts.
        for (var at = name.LastIndexOf('/'); at > 0; at = name.LastIndexOf('/', at - 1))
        {
            var (prefix, variant) = (name[..at], name[(at + 1)..]);
            if (HasRuns(outFolder, prefix) && RunCollection.Latest(outFolder, prefix).Where(r => r.Result.Name == variant || r.Result.Variant == variant).ToList() is { Count: > 0 } found)
                return found;
        }

        // A run's folder as it lies in the output folder.
        return HasResults(Path.Combine(outFolder, name)) ? [StoredRun.Read(Path.Combine(outFolder, name))] : [];
    }

    private static bool HasResults(string folder) => File.Exists(Path.Combine(folder, RunFiles.Results));

    private static bool HasRuns(string outFolder, string experiment)
    {
        var root = Path.Combine(outFolder, experiment);
        return Directory.Exists(root) && Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories).Where(RunCollection.IsWhole).Any(HasResults);
    }
}
