using System.Text;

namespace Unfold.Results;

/// <summary>The content and the age of a lock file.</summary>
internal static class LockFile
{
    /// <summary>The owner as the file says; null where it says nothing yet.</summary>
    public static LockOwner? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The same of an open file.</summary>
    public static LockOwner? Read(FileStream file)
    {
        var bytes = new byte[Math.Min(file.Length, 4096)];
        var read = RandomAccess.Read(file.SafeFileHandle, bytes, 0);
        try
        {
            return read == 0 ? null : ResultsJson.Read<LockOwner>(Encoding.UTF8.GetString(bytes, 0, read), file.Name);
        }
        catch (ResultsException)
        {
            // Of a process that was killed while it wrote its first lines.
            return null;
        }
    }

    /// <summary>Writes an owner in place: the file must stay the one that is locked. An owner's lines are always of one length.</summary>
    public static void Write(FileStream file, LockOwner owner)
    {
        var bytes = Encoding.UTF8.GetBytes(ResultsJson.Line(owner) + "\n");
        RandomAccess.Write(file.SafeFileHandle, bytes, 0);
        RandomAccess.SetLength(file.SafeFileHandle, bytes.Length);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    /// <summary>
    /// How long ago the file was written, by the clock of its file system, which stamps every machine's files: the clocks of machines
    /// differ. Zero where it was written later than now.
    /// </summary>
    public static TimeSpan AgeOf(string path)
    {
        var probe = Path.Combine(Path.GetDirectoryName(path)!, $".clock.{Path.GetRandomFileName()}.tmp");
        try
        {
            File.WriteAllText(probe, "");
            var age = File.GetLastWriteTimeUtc(probe) - File.GetLastWriteTimeUtc(path);
            return age > TimeSpan.Zero ? age : TimeSpan.Zero;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return TimeSpan.Zero;
        }
        finally
        {
            File.Delete(probe);
        }
    }

    /// <summary>Whether an open file is still the one of its name. It is not opened again: that would give its lock up.</summary>
    public static bool IsSame(FileStream file, string path) =>
        File.Exists(path)
        && File.GetLastWriteTimeUtc(file.SafeFileHandle) == File.GetLastWriteTimeUtc(path)
        && RandomAccess.GetLength(file.SafeFileHandle) == new FileInfo(path).Length;
}
