using System.Runtime.InteropServices;

namespace Unfold.Results;

/// <summary>
/// Makes the names in a folder last: a renamed file is flushed with its content, its new name only with the folder. Without it a power
/// cut may bring back the name's old file, or none. .NET opens no folders, hence libc.
/// </summary>
public static partial class DirectoryFlush
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;

    // EINVAL, and ENOTSUP or EOPNOTSUPP of Linux and of macOS: some network and FUSE file systems cannot flush a folder, and nothing is to be done about it.
    private static readonly int[] NotSupported = [22, 95, 45, 102];

    /// <summary>Flushes a folder's entries to disk; does nothing on Windows, which has no such call.</summary>
    /// <param name="folder">The folder; empty for the current one.</param>
    /// <exception cref="IOException">It is not there, may not be read, or the disk failed.</exception>
    public static void Flush(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Retried(() => Open(Path.GetFullPath(folder.Length == 0 ? "." : folder), ReadOnly));
        if (descriptor < 0)
            throw Failed(folder);
        try
        {
            if (Retried(() => Fsync(descriptor)) < 0 && !NotSupported.Contains(Marshal.GetLastPInvokeError()))
                throw Failed(folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static int Retried(Func<int> call)
    {
        int result;
        do
            result = call();
        while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return result;
    }

    // The errno as HResult, as .NET's own IOExceptions have it: a full disk is told from others by it.
    private static IOException Failed(string folder)
    {
        var errno = Marshal.GetLastPInvokeError();
        return new IOException($"the folder '{folder}' cannot be flushed to disk: {Marshal.GetPInvokeErrorMessage(errno)}", errno);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
