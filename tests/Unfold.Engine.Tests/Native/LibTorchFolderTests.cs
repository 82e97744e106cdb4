using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

public sealed class LibTorchFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_variable_comes_before_the_build_and_the_build_before_the_programs_folder()
    {
        var (build, program) = (Directory.CreateDirectory(_folder.Of("build")).FullName, _folder.Path);
        var beside = Directory.CreateDirectory(_folder.Of("libtorch")).FullName;
        Assert.Equal(("/named", LibTorchFolder.Variable), Found("/named", build, program));
        Assert.Equal((build, "the build"), Found("", build, program));
        Assert.Equal((beside, "the program's folder"), Found(null, _folder.Of("gone"), program));
        Assert.Null(LibTorchFolder.Find(null, null, build));
    }

    [Fact]
    public void Pytorch_tells_its_version_in_version_py()
    {
        var lib = Directory.CreateDirectory(_folder.Of("torch/lib")).FullName;
        File.WriteAllText(_folder.Of("torch/version.py"), "from typing import Optional\n\n__all__ = ['__version__']\n__version__ = '2.6.0+cu124'\ndebug = False\n");
        Assert.Equal("2.6.0+cu124", new LibTorchFolder(lib, "test").Version);
    }

    [Fact]
    public void A_download_tells_its_version_in_build_version()
    {
        var lib = Directory.CreateDirectory(_folder.Of("libtorch/lib")).FullName;
        File.WriteAllText(_folder.Of("libtorch/build-version"), "2.10.0+cpu\n");
        Assert.Equal("2.10.0+cpu", new LibTorchFolder(lib + "/", "test").Version);
    }

    [Fact]
    public void A_package_tells_its_version_in_its_path() =>
        Assert.Equal("2.10.0", new LibTorchFolder("/cache/libtorch-cpu-linux-x64/2.10.0/runtimes/linux-x64/native", "test").Version);

    [Theory]
    [InlineData("2.10", false)]
    [InlineData("2.10.0", false)]
    [InlineData("2.10.1+cu128", false)]
    [InlineData("2.1.0", true)]
    [InlineData("2.100.0", true)]
    [InlineData("3.2.10", true)]
    public void Any_version_but_the_one_of_torchsharp_is_said_plainly(string version, bool warns)
    {
        var lib = Directory.CreateDirectory(_folder.Of("libtorch/lib")).FullName;
        File.WriteAllText(_folder.Of("libtorch/build-version"), version);
        var warning = new LibTorchFolder(lib, "test").VersionWarning;
        Assert.Equal(warns, warning is not null);
        if (warns)
            Assert.Contains($"libtorch {version} in {lib} is not the 2.10 that TorchSharp was built for", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_tells_no_version_is_not_warned_about() =>
        Assert.Null(new LibTorchFolder(_folder.Path, "test").VersionWarning);

    private static (string Path, string Origin) Found(string? variable, string? build, string program)
    {
        var found = LibTorchFolder.Find(variable, build, program)!;
        return (found.Path, found.Origin);
    }
}
