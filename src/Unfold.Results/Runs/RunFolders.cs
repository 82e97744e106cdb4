using System.Globalization;

namespace Unfold.Results;

/// <summary>Where the folders of runs are.</summary>
public static class RunFolders
{
    /// <summary>The folder of a run of this experiment and identity that has completed, whatever its variant is called, or null.</summary>
    public static string? FindFinished(string outFolder, RunKey key) => Repetitions(outFolder, key).LastOrDefault(f => StatusOf(f) == RunStatus.Completed);

    /// <summary>The same; where none has completed, one that has diverged. Running either again would end alike.</summary>
    public static string? FindEnded(string outFolder, RunKey key)
    {
        var ended = Repetitions(outFolder, key).ToLookup(StatusOf);
        return ended[RunStatus.Completed].LastOrDefault() ?? ended[RunStatus.Diverged].LastOrDefault();
    }

    /// <summary>
    /// Makes the folder of a run that is finished under another name, as a copy, in one step: whatever reads runs finds it by the name that
    /// was asked for.
    /// </summary>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="key">The run that was asked for.</param>
    /// <param name="finished">The folder of the finished one.</param>
    /// <param name="rename">Its results.json under the name that was asked for, from the one as it was written: what is read beside it, such as a landscape, stays a file of its own.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static string Adopt(string outFolder, RunKey key, string finished, Func<RunResult, RunResult> rename)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(rename);
        var folder = Path.Combine(outFolder, key.RelativeFolder);
        var result = rename(ResultsJson.ReadFile<RunResult>(Path.Combine(finished, RunFiles.Results)));
        AtomicFolder.Replace(folder, temporary =>
        {
            // Its lock is its own: whoever is just finishing it does not work on the copy.
            foreach (var file in Directory.EnumerateFiles(finished, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != RunFiles.Lock))
            {
                var copy = Path.Combine(temporary, Path.GetRelativePath(finished, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            AtomicFile.Write(Path.Combine(temporary, RunFiles.Results), ResultsJson.Indented(result));
        });
        return folder;
    }

    /// <summary>The folder for a run of this name that is not finished, there or not; one that is not there, where it is to be beside those that are.</summary>
    internal static string Unfinished(string outFolder, RunKey key, bool beside)
    {
        ArgumentNullException.ThrowIfNull(key);
        var folder = Path.Combine(outFolder, key.RelativeFolder);
        for (var n = 2; beside ? Directory.Exists(folder) : StatusOf(folder) == RunStatus.Completed; n++)
            folder = Path.Combine(outFolder, key.RelativeFolder) + "-" + n.ToString(CultureInfo.InvariantCulture);
        return folder;
    }

    /// <summary>The lowest folder above this one that is there.</summary>
    internal static string Existing(string folder)
    {
        var at = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        while (!Directory.Exists(at))
            at = Path.GetDirectoryName(at)!;
        return at;
    }

    /// <summary>Removes a folder, and those above it, as far as they are empty and below another.</summary>
    internal static void RemoveEmpty(string folder, string below)
    {
        for (var at = folder; at != below && Directory.Exists(at) && !Directory.EnumerateFileSystemEntries(at).Any(); at = Path.GetDirectoryName(at)!)
            Directory.Delete(at);
    }

    private static RunStatus? StatusOf(string folder)
    {
        var results = Path.Combine(folder, RunFiles.Results);
        return File.Exists(results) ? ResultsJson.ReadFile<RunResult>(results).Status : null;
    }

    private static IEnumerable<string> Repetitions(string outFolder, RunKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var own = Path.Combine(outFolder, key.RelativeFolder);
        var ofExperiment = Path.Combine(outFolder, key.Experiment);
        return Directory.Exists(ofExperiment)
            ? Directory.EnumerateDirectories(ofExperiment)
                .SelectMany(folder => Directory.EnumerateDirectories(folder, Path.GetFileName(own) + "*"))
                .OrderBy(f => Path.GetDirectoryName(f) == Path.GetDirectoryName(own))
                .ThenBy(f => f.Length)
                .ThenBy(f => f, StringComparer.Ordinal)
            : [];
    }
}
