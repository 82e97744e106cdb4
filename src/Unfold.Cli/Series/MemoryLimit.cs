using System.Runtime.InteropServices;

namespace Unfold.Cli.Series;

/// <summary>
/// Keeps the process within the memory of its machine or container: a component that allocates without end meets an error of its own, which ends its run, before the
/// system kills the process.
/// </summary>
internal static partial class MemoryLimit
{
    private const int Data = 2;
    private const double Share = 0.95;

    /// <summary>Sets it, where the system has such a limit; a lower one that is there stays.</summary>
    public static void Set()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (all, now) = ((ulong)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * Share), new ulong[2]);
        if (Get(Data, now) == 0 && now[0] > all)
            Set(Data, [all, now[1]]);
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Get(int what, [Out] ulong[] limits);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int Set(int what, ulong[] limits);
}
