using System.Globalization;

namespace Unfold.Results;

/// <summary>A run's folder while the run writes it.</summary>
public sealed class RunDirectory
{
    private RunDirectory(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The folder of a run of this experiment and identity that has completed, whatever its variant is called, or null.</summary>
    public static string? FindFinished(string outFolder, RunKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Repetitions(outFolder, key).Where(IsFinished).LastOrDefault();
    }

    /// <summary>
    /// Makes the folder, with its spec, in one step. An unfinished folder of the same run is replaced; a finished one only gets a
    /// neighbour (<c>-2</c>, <c>-3</c>, …).
    /// </summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static RunDirectory Create(string outFolder, RunKey key, string specJson)
    {
        ArgumentNullException.ThrowIfNull(key);
        var folder = Path.Combine(outFolder, key.RelativeFolder);
        for (var n = 2; IsFinished(folder); n++)
            folder = Path.Combine(outFolder, key.RelativeFolder) + "-" + n.ToString(CultureInfo.InvariantCulture);
        AtomicFolder.Replace(folder, temporary => AtomicFile.Write(Path.Combine(temporary, RunFiles.Spec), specJson));
        return new RunDirectory(folder);
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
            foreach (var file in Directory.EnumerateFiles(finished, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(temporary, Path.GetRelativePath(finished, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            AtomicFile.Write(Path.Combine(temporary, RunFiles.Results), ResultsJson.Indented(result));
        });
        return folder;
    }

    /// <summary>Writes a file of the run whole or not at all.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Write(string name, object content) =>
        AtomicFile.Write(Path.Combine(Folder, name), content as string ?? ResultsJson.Indented(content));

    /// <summary>Writes status.json.</summary>
    public void WriteStatus(RunStatus status, long step) => Write(RunFiles.Status, new { State = status, Step = step });

    /// <summary>Appends a line to metrics.jsonl and flushes it to disk.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Append(MetricRecord record) => AppendLine(RunFiles.Metrics, ResultsJson.Line(record));

    /// <summary>Appends a line to run.log, with the time in UTC.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Log(string text) => AppendLine(RunFiles.Log, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'} {text}"));

    private void AppendLine(string name, string line)
    {
        var path = Path.Combine(Folder, name);
        AtomicFile.Guard(path, () =>
        {
            using var stream = new FileStream(path, FileMode.Append);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            stream.Flush(flushToDisk: true);
        });
    }

    private static bool IsFinished(string folder)
    {
        var results = Path.Combine(folder, RunFiles.Results);
        return File.Exists(results) && ResultsJson.ReadFile<RunResult>(results).Status == RunStatus.Completed;
    }

    private static IEnumerable<string> Repetitions(string outFolder, RunKey key)
    {
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
