using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Unfold.Cli.Series;

/// <summary>Starts this program again with the same arguments, in place of the process: the only way to be rid of a thread that does not come back.</summary>
internal static partial class ProcessRestart
{
    /// <summary>Does not return.</summary>
    /// <param name="variable">An environment variable for the new process.</param>
    /// <param name="value">Its value.</param>
    public static void Now(string variable, string value)
    {
        Console.Out.Flush();
        Console.Error.Flush();
        if (OperatingSystem.IsLinux())
            Replace(variable, value);
        // Elsewhere, or where the system refused: beside it. The exit code is handed on.
        var start = new ProcessStartInfo(Environment.ProcessPath!, ThisProgram.Arguments()) { UseShellExecute = false };
        start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Environment.Exit(process.ExitCode);
    }

    private static void Replace(string variable, string value)
    {
        // What the system started, the host of .NET included.
        string?[] arguments = [.. File.ReadAllText("/proc/self/cmdline").Split('\0')[..^1], null];
        string?[] environment =
        [
            .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Where(e => (string)e.Key != variable).Select(e => $"{e.Key}={e.Value}"),
            $"{variable}={value}",
            null,
        ];
        Execute("/proc/self/exe", arguments, environment);
    }

    [LibraryImport("libc", EntryPoint = "execve", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments, string?[] environment);
}
