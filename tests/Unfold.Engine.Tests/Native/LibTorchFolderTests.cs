using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

public sealed class LibTorchFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_variable_comes_first_then_the_build_then_the_program()
    {
        Directory.CreateDirectory(_folder.Of("libtorch"));
        var build = Directory.CreateDirectory(_folder.Of("build")).FullName;
        Assert.Equal("/mine", LibTorchFolder.Find("/mine", build, _folder.Path)!.Path);
        Assert.Equal(build, LibTorchFolder.Find("", build, _folder.Path)!.Path);
        Assert.Equal(_folder.Of("libtorch"), LibTorchFolder.Find(null, _folder.Of("gone"), _folder.Path)!.Path);
        Assert.Null(LibTorchFolder.Find(null, null, _folder.Of("gone")));
    }

    [Theory]
    [InlineData("version.py", "__version__ = '2.11.0+cu130'\n", "2.11.0+cu130", true)]
    [InlineData("version.py", "__version__ = '2.10.0+cpu'\n", "2.10.0+cpu", false)]
    [InlineData("build-version", "2.10.0+cpu\n", "2.10.0+cpu", false)]
    [InlineData("build-version", "2.1.0\n", "2.1.0", true)]
    public void The_version_is_read_and_another_one_is_said_plainly(string file, string text, string version, bool warns)
    {
        File.WriteAllText(_folder.Of(file), text);
        var found = new LibTorchFolder(Directory.CreateDirectory(_folder.Of("lib")).FullName, LibTorchFolder.Variable);
        Assert.Equal(version, found.Version);
        Assert.Equal(warns, found.VersionWarning is not null);
        if (warns)
            Assert.Contains($"libtorch {version}", found.VersionWarning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_none_and_one_without_libtorch_have_their_codes()
    {
        var missing = Assert.Throws<NativeException>(() => NativeProbe.RequireComplete(new LibTorchFolder(_folder.Of("gone"), LibTorchFolder.Variable)));
        Assert.Equal("UFE001", missing.Code);
        var empty = Assert.Throws<NativeException>(() => NativeProbe.RequireComplete(new LibTorchFolder(_folder.Path, LibTorchFolder.Variable)));
        Assert.Equal("UFE002", empty.Code);
        Assert.Contains("libtorch_cpu", empty.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_program_without_torchsharps_library_has_its_code()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the library has this name on Linux");
        Assert.Equal("UFE003", Assert.Throws<NativeException>(() => NativeProbe.Require(_folder.Path)).Code);
    }

    [SkippableFact]
    public void A_library_that_asks_for_a_newer_system_has_its_code()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the library has this name on Linux");
        File.WriteAllBytes(_folder.Of("libLibTorchSharp.so"), SmallElf.Requiring("GLIBCXX_3.4.99"));
        var error = Assert.Throws<NativeException>(() => NativeProbe.Require(_folder.Path));
        Assert.Equal("UFE004", error.Code);
        Assert.Contains("GLIBCXX_3.4.99", error.Message, StringComparison.Ordinal);
    }
}
