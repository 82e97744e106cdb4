using System.Text;

namespace Unfold.Results;

/// <summary>Files that are there whole or not at all: written under another name (*.tmp), flushed to disk, renamed, and the folder flushed.</summary>
public static class AtomicFile
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int NoSpaceOnDevice = 28;
    private const int QuotaExceeded = 122;
    private const string Temporary = ".tmp";

    /// <summary>Writes text as UTF-8.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes; the folder is made where it is missing.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Write(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Write(path, stream => stream.Write(content));
    }

    /// <summary>Writes what does not have to be in memory as a whole; the folder is made where it is missing.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Write(string path, Action<Stream> write) => Replace(path, previous: null, write);

    /// <summary>
    /// Writes a file and keeps the one before it under another name. The new content is whole and on disk before anything is renamed; a
    /// crash between the two renames leaves the file at <paramref name="previous"/> good and none at <paramref name="path"/>, so whoever
    /// reads looks at both.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="previous">Where the file goes that was there, if any; what was at this name is gone. In the same folder: a rename is one step only there.</param>
    /// <param name="write">Writes the new content.</param>
    /// <exception cref="ResultsException">UFR001 or UFR002: nothing was renamed, unless a rename itself failed.</exception>
    public static void Rotate(string path, string previous, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(previous);
        if (FolderOf(path) != FolderOf(previous) || Path.GetFileName(path) == Path.GetFileName(previous))
            throw new ArgumentException($"'{previous}' is not another name in the folder of '{path}'", nameof(previous));
        Replace(path, previous, write);
    }

    /// <summary>
    /// Deletes the temporary files that a killed process left in a folder or below it: whatever is called *.tmp, as no file of a run is.
    /// For the holder of the run's lock alone, since the files of a live process look the same.
    /// </summary>
    /// <param name="folder">A run's folder; nothing happens where there is none. Links are not followed.</param>
    /// <exception cref="ResultsException">UFR001.</exception>
    public static void Sweep(string folder) => Guard(folder, () =>
    {
        if (!Directory.Exists(folder))
            return;
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var left in Directory.GetFiles(folder, "*" + Temporary, all))
            File.Delete(left);
    });

    /// <summary>Deletes a file, where it is there.</summary>
    /// <exception cref="ResultsException">UFR001.</exception>
    public static void Delete(string path) => Guard(path, () => File.Delete(path));

    private static void Replace(string path, string? previous, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = $"{path}.{Path.GetRandomFileName()}{Temporary}";
        var folder = FolderOf(path);
        Guard(path, () =>
        {
            MakeFolder(folder);
            try
            {
                using (var stream = new FileStream(temporary, FileMode.CreateNew))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }

                if (previous is not null && File.Exists(path))
                    File.Move(path, previous, overwrite: true);
                File.Move(temporary, path, overwrite: true);
                DirectoryFlush.Flush(folder);
            }
            finally
            {
                File.Delete(temporary);
            }
        });
    }

    /// <summary>Makes a folder where it is missing, and those above it, so that they last as the files in them do.</summary>
    internal static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = FolderOf(folder);
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        DirectoryFlush.Flush(above);
    }

    // Of a root, itself.
    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(path);

    internal static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (IOException full) when (full.HResult is DiskFull or NoSpaceOnDevice or QuotaExceeded)
        {
            throw new ResultsException("UFR002", $"no space is left for {path}", "free some space, or choose another folder with --out", full);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR001", $"{path} cannot be written: {refused.Message}", "check the folder and its permissions, or choose another with --out", refused);
        }
    }
}
