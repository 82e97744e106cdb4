using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Unfold.Engine.Evaluation;

/// <summary>
/// The process's resident memory and its peak. Linux can forget the peak (proc(5), clear_refs), so that a run has its own, whatever the process did
/// before; elsewhere the peak is the process's so far.
/// </summary>
internal static class ResidentMemory
{
    private const string ClearReferences = "/proc/self/clear_refs";
    private const string ResetPeak = "5";

    /// <summary>The peak since the last reset, or since the process started, in bytes.</summary>
    public static long Peak
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Gives free memory back to the system and forgets the peak.</summary>
    /// <returns>Whether the system allowed it.</returns>
    public static bool TryReset()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        GiveBack();
        try
        {
            File.WriteAllText(ClearReferences, ResetPeak);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Some containers do not allow it; the caller says so.
            return false;
        }
    }

    /// <summary>How far resident memory rose above where it stood, in bytes; null where the peak cannot be reset.</summary>
    public static long? GrowthDuring(Action work)
    {
        if (!TryReset())
            return null;
        using var before = Process.GetCurrentProcess();
        var stood = before.WorkingSet64;
        work();
        return Math.Max(0, Peak - stood);
    }

    // What an allocator keeps for later would hide the growth.
    private static void GiveBack()
    {
        if (NativeLibrary.TryLoad("libc.so.6", out var libc) && NativeLibrary.TryGetExport(libc, "malloc_trim", out var trim))
            Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int MallocTrim(nuint pad);
}
