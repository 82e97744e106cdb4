using System.Text;

namespace Unfold.Results;

/// <summary>Files that are there whole or not at all: written under another name, flushed to disk, renamed.</summary>
public static class AtomicFile
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int NoSpaceOnDevice = 28;

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
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            try
            {
                using (var stream = new FileStream(temporary, FileMode.CreateNew))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        });
    }

    internal static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (IOException full) when (full.HResult is DiskFull or NoSpaceOnDevice)
        {
            throw new ResultsException("UFR002", $"no space is left for {path}", "free some space, or choose another folder with --out", full);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR001", $"{path} cannot be written: {refused.Message}", "check the folder and its permissions, or choose another with --out", refused);
        }
    }
}
