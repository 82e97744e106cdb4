namespace Unfold.Reliability.Tests;

/// <summary>A fact of Linux: the scenarios send its signals and look into /proc.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "the scenarios send signals of Linux and look into /proc";
    }
}
