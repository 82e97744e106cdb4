namespace Unfold.Results.Tests;

public sealed class DirectoryFlushTests
{
    [Fact]
    public void A_folder_is_flushed_whatever_its_name_has()
    {
        using var folder = new TemporaryFolder();
        DirectoryFlush.Flush(Directory.CreateDirectory(folder["größe µ"]).FullName);
        DirectoryFlush.Flush("");
    }

    [SkippableFact]
    public void A_missing_folder_is_an_error_with_its_name_and_the_number_of_the_system()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows flushes no folders");
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<IOException>(() => DirectoryFlush.Flush(folder["none"]));
        Assert.Contains(folder["none"], error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.HResult);
    }

    [SkippableFact]
    public void A_file_system_that_flushes_no_folders_is_none()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "/proc is Linux's: its folders refuse fsync with EINVAL");
        DirectoryFlush.Flush("/proc");
    }
}
