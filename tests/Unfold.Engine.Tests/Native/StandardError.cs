using System.Runtime.InteropServices;

namespace Unfold.Engine.Tests.Native;

/// <summary>What native code writes to standard error meanwhile.</summary>
internal sealed partial class StandardError : IDisposable
{
    private const int Number = 2;

    private readonly string _path = Path.GetTempFileName();
    private readonly FileStream _file;
    private readonly int _before = Duplicate(Number);

    public StandardError()
    {
        _file = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        _ = Replace((int)_file.SafeFileHandle.DangerousGetHandle(), Number);
    }

    /// <summary>The text so far.</summary>
    public string Text()
    {
        using var reader = new StreamReader(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        _ = Replace(_before, Number);
        _ = Close(_before);
        _file.Dispose();
        File.Delete(_path);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int descriptor, int replaced);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
