namespace Unfold.Results;

/// <summary>A run's folder while one process, which holds its lock, writes it.</summary>
public sealed class RunDirectory : IDisposable
{
    private readonly RunLock _lock;
    // The lowest folder that was there before; null where this object made none.
    private readonly string? _above;
    private volatile bool _isLost;
    private volatile bool _isGivenUp;

    private RunDirectory(string folder, RunLock held, string? above)
    {
        (Folder, _lock, _above) = (folder, held, above);
        try
        {
            AtomicFile.Sweep(folder);
            if (held.TakenOverFrom is { } before)
                Log($"process {before.Pid} on {before.Host} left its lock behind, last heard of at {before.Heartbeat}: taken over");
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The end of metrics.jsonl.</summary>
    public long MetricsLength => new FileInfo(PathOf(RunFiles.Metrics)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Whether there is something to go on from.</summary>
    public bool HasCheckpoint => RunFiles.ToGoOnFrom.Any(name => File.Exists(PathOf(name)));

    /// <summary>
    /// Takes the folder of a run that is not finished: made, with its spec, in one step where there is none. Finished ones only get a
    /// neighbour (<c>-2</c>, <c>-3</c>, …).
    /// </summary>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="key">The run.</param>
    /// <param name="specJson">Its spec.</param>
    /// <param name="beside">Whether those that are not finished get one too.</param>
    /// <exception cref="ResultsException">UFR001, UFR002; UFR013: another process works on it.</exception>
    public static RunDirectory Open(string outFolder, RunKey key, string specJson, bool beside = false)
    {
        var folder = RunFolders.Unfinished(outFolder, key, beside);
        var above = RunFolders.Existing(folder);
        var isNew = AtomicFolder.Create(folder, temporary => AtomicFile.Write(Path.Combine(temporary, RunFiles.Spec), specJson));
        return new RunDirectory(folder, RunLock.Take(folder), isNew ? above : null);
    }

    /// <summary>Takes a folder that is there.</summary>
    /// <exception cref="ResultsException">UFR001, UFR002; UFR013: another process works on it.</exception>
    public static RunDirectory Open(string folder) => new(folder, RunLock.Take(folder), above: null);

    /// <summary>Empties the folder, but for its lock, and writes the spec.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void StartOver(string specJson)
    {
        AtomicFile.Guard(Folder, () =>
        {
            // What there is to go on from goes first: half an old run must not be taken for a whole one.
            foreach (var folder in Directory.EnumerateDirectories(Folder).ToList())
                Directory.Delete(folder, recursive: true);
            foreach (var file in Directory.EnumerateFiles(Folder).Where(f => Path.GetFileName(f) != RunFiles.Lock).ToList())
                File.Delete(file);
        });
        Write(RunFiles.Spec, specJson);
    }

    /// <summary>Writes a file of the run whole or not at all.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Write(string name, object content)
    {
        RequireOwn();
        AtomicFile.Write(PathOf(name), content as string ?? ResultsJson.Indented(content));
    }

    /// <summary>Removes a file of the run.</summary>
    /// <exception cref="ResultsException">UFR001.</exception>
    public void Delete(string name)
    {
        RequireOwn();
        AtomicFile.Guard(PathOf(name), () =>
        {
            if (File.Exists(PathOf(name)))
                File.Delete(PathOf(name));
        });
    }

    /// <summary>Appends a line to metrics.jsonl and flushes it to disk.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Append(MetricRecord record) => AppendLine(RunFiles.Metrics, ResultsJson.Line(record));

    /// <summary>Appends a line to run.log, with the time in UTC.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Log(string text) => AppendLine(RunFiles.Log, $"{Clock.Now()} {text}");

    /// <summary>Says that the owner lives.</summary>
    /// <returns>Whether the folder is still its own.</returns>
    public bool Beat() => !(_isLost |= !_lock.Beat());

    /// <summary>Refuses to write into a folder that another process took over, or that was given up.</summary>
    /// <exception cref="ResultsException">UFR013.</exception>
    public void RequireOwn()
    {
        if (_isGivenUp)
            throw new ResultsException("UFR013", $"{Folder} was given up", "nothing was changed");
        if (_isLost)
            throw new ResultsException("UFR013", $"another process took {Folder} over while this one was held up", "leave it to the other; nothing was changed");
    }

    /// <summary>Takes a folder away again that this object made; what was there before stays.</summary>
    public void Discard()
    {
        if (_above is null || _isLost || !Directory.Exists(Folder))
        {
            Dispose();
            return;
        }

        // Under another name while it is held: nobody else can take it in between.
        var parent = Path.GetDirectoryName(Path.GetFullPath(Folder))!;
        var aside = Path.Combine(parent, $".{Path.GetRandomFileName()}");
        Directory.Move(Folder, aside);
        Dispose();
        Directory.Delete(aside, recursive: true);
        RunFolders.RemoveEmpty(parent, _above);
    }

    /// <summary>Gives the folder up; nothing can be written any more.</summary>
    public void Dispose()
    {
        _isGivenUp = true;
        _lock.Dispose();
    }

    private string PathOf(string name) => Path.Combine(Folder, name);

    private void AppendLine(string name, string line)
    {
        RequireOwn();
        var path = PathOf(name);
        AtomicFile.Guard(path, () =>
        {
            using var stream = new FileStream(path, FileMode.Append);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            stream.Flush(flushToDisk: true);
        });
    }
}
