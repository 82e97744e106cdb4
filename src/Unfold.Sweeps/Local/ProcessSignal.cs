using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Unfold.Sweeps;

/// <summary>Signals to processes.</summary>
internal static partial class ProcessSignal
{
    private const int Terminate = 15;

    /// <summary>Asks a process to stop (SIGTERM); where there are no signals it is ended.</summary>
    public static void Stop(Process process)
    {
        try
        {
            if (process.HasExited)
                return;
            if (OperatingSystem.IsWindows())
                process.Kill();
            else
                _ = Kill(process.Id, Terminate);
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
