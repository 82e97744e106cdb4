using System.ComponentModel;
using System.Diagnostics;
using Unfold.Results;

namespace Unfold.Reliability.Tests;

/// <summary>A small disk in memory, gone when the test ends. Where none can be mounted, which takes root, the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="mebibytes">Its size.</param>
    public SmallDisk(int mebibytes = 16)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", Path) is not { } refused)
            return;
        _folder.Dispose();
        Skip.If(true, $"a full disk takes a disk of its own, and none can be mounted here: {refused}");
    }

    public string Path => _folder.Path;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Fills it, but for this much; less where others write at the same moment.</summary>
    public void FillUpTo(long room)
    {
        using var file = File.Create(Ballast);
        try
        {
            file.Write(new byte[Math.Max(0, FreeSpace.Of(Path) - room)]);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Clear() => File.Delete(Ballast);

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }

    /// <summary>Null, or why not.</summary>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
