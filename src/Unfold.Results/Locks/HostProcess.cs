using System.Diagnostics;
using System.Globalization;

namespace Unfold.Results;

/// <summary>The processes of this machine.</summary>
internal static class HostProcess
{
    /// <summary>When a process started, in the system's own count, or null where there is none of that number.</summary>
    public static string? StartOf(int pid)
    {
        // Clock ticks since the machine started: no clock of the day is asked. Field 22 of proc(5); the name before it may hold anything.
        var stat = $"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat";
        try
        {
            if (OperatingSystem.IsLinux())
                return File.ReadAllText(stat) is var text && text[(text.LastIndexOf(')') + 2)..].Split(' ') is { Length: > 19 } fields && fields[0] is not "Z" ? fields[19] : null;
            using var process = Process.GetProcessById(pid);
            return process.StartTime.Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
