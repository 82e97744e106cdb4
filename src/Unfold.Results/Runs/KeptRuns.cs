namespace Unfold.Results;

/// <summary>
/// The records of runs that are kept with their specs, in version control: <c>experiments/results/&lt;experiment&gt;/…</c>, laid out as an output
/// folder, so that everything that reads runs reads them. Without parameters and images, which are large and can be made again.
/// </summary>
public static class KeptRuns
{
    /// <summary>The folder beneath the experiments.</summary>
    public const string FolderName = "results";

    private static readonly string[] Files = [RunFiles.Spec, RunFiles.Results, RunFiles.Metrics, RunFiles.TestImages, RunFiles.Landscape];

    /// <summary>The folder for the runs of a spec.</summary>
    /// <param name="specFile">The spec's file, such as <c>experiments/paper/x.json</c>.</param>
    /// <param name="experiment">Its experiment, such as <c>paper/x</c>.</param>
    public static string FolderOf(string specFile, string experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var folder = Path.GetDirectoryName(Path.GetFullPath(specFile))!;
        for (var parts = experiment.Count(c => c == '/'); parts > 0; parts--)
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, FolderName);
    }

    /// <summary>The experiments with kept runs in a folder, sorted.</summary>
    public static IReadOnlyList<string> Experiments(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, RunFiles.Results, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, Path.GetFullPath(Path.Combine(file, "..", "..", ".."))).Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Keeps runs in place of what was kept of their cells before.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Keep(string folder, IReadOnlyList<StoredRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        foreach (var cell in runs.GroupBy(r => (r.Result.Experiment, r.Result.Name)))
        {
            var target = Path.Combine(folder, cell.Key.Experiment, cell.Key.Name);
            AtomicFolder.Replace(target, temporary =>
            {
                foreach (var run in cell)
                    Copy(run, Path.Combine(temporary, $"{run.Result.Seed}-{run.Result.SpecSha256[..12]}"));
            });
        }
    }

    private static void Copy(StoredRun run, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Files.Where(f => File.Exists(Path.Combine(run.Folder, f))))
            File.Copy(Path.Combine(run.Folder, file), Path.Combine(target, file));

        // Where a plugin lay on one person's machine tells others nothing; its hash does.
        if (run.Environment is { } environment)
            AtomicFile.Write(Path.Combine(target, RunFiles.Environment), ResultsJson.Indented(environment with { Plugins = [.. environment.Plugins.Select(p => p with { Path = Path.GetFileName(p.Path) })] }));
    }
}
