using System.Runtime.InteropServices;

namespace Unfold.Reliability.Tests;

/// <summary>Signals of Unix, by their numbers of Linux.</summary>
internal static partial class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int User1 = 10;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Sends one.</summary>
    /// <returns>Whether the process was there.</returns>
    public static bool Send(int process, int signal) => Raise(process, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Raise(int process, int signal);
}
