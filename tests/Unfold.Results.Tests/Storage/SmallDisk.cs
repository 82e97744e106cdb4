using System.ComponentModel;
using System.Diagnostics;

namespace Unfold.Results.Tests;

/// <summary>A disk of 16 MiB in memory, gone when the test ends. Where none can be mounted, which takes root, the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly bool _mounted;

    public SmallDisk()
    {
        var refused = Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", _folder.Path);
        _mounted = refused is null;
        if (!_mounted)
            _folder.Dispose();
        Skip.IfNot(_mounted, $"a full disk takes a disk of its own, and none can be mounted here: {refused}");
    }

    public string Path => _folder.Path;

    public string this[string name] => _folder[name];

    public void Dispose()
    {
        Run("umount", _folder.Path);
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
