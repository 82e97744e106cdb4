using System.Diagnostics;

namespace Unfold.Engine.Runs;

/// <summary>The commit that a run was made from, where there is one: recorded, never needed.</summary>
internal static class WorkingTree
{
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>The commit of the program's repository, with <c>+changes</c> where its files differ; null outside one or without git. Asked for once a process.</summary>
    public static string? Commit => Found.Value;

    private static string? Find()
    {
        if (Git("rev-parse", "HEAD") is not { Length: > 0 } commit)
            return null;
        return Git("status", "--porcelain", "--untracked-files=no") is { Length: > 0 } ? commit + "+changes" : commit;
    }

    private static string? Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git on this machine.
            return null;
        }
    }
}
