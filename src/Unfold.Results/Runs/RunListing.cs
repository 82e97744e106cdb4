namespace Unfold.Results;

/// <summary>The runs in an output folder, whatever state they are in. Only their small files are read, and nothing is changed.</summary>
public static class RunListing
{
    // Most of the time is waiting for the disk.
    private const int Readers = 8;

    /// <summary>Lists them by experiment, cell and seed. What cannot be read is listed with the reason.</summary>
    /// <param name="outFolder">The output folder; one that is not there has no runs.</param>
    /// <param name="name">An experiment, its file, or a folder of runs in the output folder; null for all.</param>
    public static IReadOnlyList<ListedRun> Of(string outFolder, string? name = null)
    {
        var root = name is null ? outFolder : Path.Combine(outFolder, ExperimentName.Of(name));
        return [.. Read(Below(root), found => found is (var folder, { } problem) ? ListedRunReader.Damaged(outFolder, folder, problem) : ListedRunReader.Read(outFolder, found.Folder))
            .OfType<ListedRun>()
            .OrderBy(r => r.Experiment, StringComparer.Ordinal)
            .ThenBy(r => r.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Seed)
            .ThenBy(r => r.Folder.Length)
            .ThenBy(r => r.Folder, StringComparer.Ordinal)];
    }

    /// <summary>The runs of certain folders, in their order.</summary>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="folders">The folders, relative to it; null where it is not known.</param>
    /// <returns>Null where there is no such folder.</returns>
    public static IReadOnlyList<ListedRun?> OfFolders(string outFolder, IReadOnlyList<string?> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return Read(folders, folder => folder is not null && Path.Combine(outFolder, folder) is var path && Directory.Exists(path) ? ListedRunReader.Read(outFolder, path) : null);
    }

    // On threads of their own: the pool would make them one after another.
    private static ListedRun?[] Read<T>(IReadOnlyList<T> found, Func<T, ListedRun?> read)
    {
        var runs = new ListedRun?[found.Count];
        var last = -1;
        Task.WaitAll([.. Enumerable.Range(0, Math.Min(Readers, found.Count)).Select(_ => Task.Factory.StartNew(Some, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        return runs;

        void Some()
        {
            for (var at = Interlocked.Increment(ref last); at < found.Count; at = Interlocked.Increment(ref last))
                runs[at] = read(found[at]);
        }
    }

    // Names of experiments and cells may have slashes: a run's folder is known by its name or its files, and nothing below it is a run.
    private static List<(string Folder, string? Problem)> Below(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        if (IsRun(folder))
            return [(folder, null)];
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(f => !Path.GetFileName(f).StartsWith('.') && !LeadsUp(f)).SelectMany(Below)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [(folder, refused.Message)];
        }
    }

    private static bool IsRun(string folder) =>
        RunFolderName.Of(folder) is not null || File.Exists(Path.Combine(folder, RunFiles.Status)) || File.Exists(Path.Combine(folder, RunFiles.Results));

    // A link to a folder that it lies in would never end.
    private static bool LeadsUp(string folder) =>
        new DirectoryInfo(folder) is { LinkTarget: not null } link
        && link.ResolveLinkTarget(returnFinalTarget: true) is { } target
        && link.FullName.StartsWith(Path.TrimEndingDirectorySeparator(target.FullName) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
