using System.Runtime.InteropServices;
using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

/// <summary>What is said before TorchSharp would say it, with folders made up for the purpose.</summary>
public sealed class NativeProbeTests : IDisposable
{
    private static readonly string[] Libraries = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    private readonly TemporaryFolder _folder = new();

    public NativeProbeTests() => Skip.IfNot(
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "the names of the libraries are those of Linux on x64");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_variable_that_names_no_folder_is_UFE001()
    {
        var error = Refused(new LibTorchFolder(_folder.Of("gone"), LibTorchFolder.Variable));
        Assert.Equal("UFE001", error.Code);
        Assert.Contains($"{_folder.Of("gone")} (from UNFOLD_LIBTORCH) is not a folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("UNFOLD_LIBTORCH", error.Mend, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void No_folder_at_all_is_UFE001()
    {
        var check = NativeProbe.Inspect(AppContext.BaseDirectory, folder: null).Single(c => c.Name == "libtorch");
        Assert.Equal(NativeCheckState.Failed, check.State);
        Assert.StartsWith("UFE001: libtorch was not found", check.Detail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_folder_without_libtorch_is_UFE002_and_names_what_is_missing()
    {
        File.WriteAllText(_folder.Of("libc10.so"), "");
        var error = Refused(new LibTorchFolder(_folder.Path, LibTorchFolder.Variable));
        Assert.Equal("UFE002", error.Code);
        Assert.Contains("libtorch_cpu.so, libtorch.so missing", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("libc10.so", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_library_that_the_loader_refuses_is_UFE002_and_another_version_is_named_as_the_likely_cause()
    {
        var error = Refused(Fake("2.6.0"));
        Assert.Equal("UFE002", error.Code);
        Assert.Contains("libc10.so cannot be loaded", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains("libtorch 2.6.0", error.Mend, StringComparison.Ordinal);
        Assert.DoesNotContain("libtorch 2.10.0", Refused(Fake("2.10.0")).Mend, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_doctor_notes_another_version_and_does_not_fail_for_it()
    {
        var checks = NativeProbe.Inspect(AppContext.BaseDirectory, Fake("2.6.0"));
        Assert.Equal(NativeCheckState.Note, checks.Single(c => c.Name == "libtorch version").State);
        Assert.Contains("2.6.0 in", checks.Single(c => c.Name == "libtorch").Detail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_program_without_torchsharps_library_is_UFE003()
    {
        var error = Assert.Throws<NativeException>(() => NativeProbe.Require(_folder.Path));
        Assert.Equal("UFE003", error.Code);
        Assert.Contains("UsesTorchRuntime", error.Mend, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_damaged_library_of_torchsharp_is_UFE003()
    {
        File.WriteAllText(_folder.Of("libLibTorchSharp.so"), "truncated download");
        Assert.Equal("UFE003", Assert.Throws<NativeException>(() => NativeProbe.Require(_folder.Path)).Code);
    }

    [SkippableFact]
    public void A_version_that_this_systems_library_lacks_is_UFE004_unless_it_is_weak()
    {
        Skip.If(SharedLibraryFinder.Find("libstdc++.so.6") is null, "there is no libstdc++ in the system's folders to compare with");
        var library = ElfLibrary.Of(("libstdc++.so.6", ["GLIBCXX_3.4.9", "GLIBCXX_3.4.999"]));
        var bridge = Path.Combine(Directory.CreateDirectory(_folder.Of("runtimes/linux-x64/native")).FullName, "libLibTorchSharp.so");

        File.WriteAllBytes(bridge, library);
        var error = Assert.Throws<NativeException>(() => NativeProbe.Require(_folder.Path));
        Assert.Equal("UFE004", error.Code);
        Assert.Contains("asks for GLIBCXX_3.4.999", error.Message, StringComparison.Ordinal);

        File.WriteAllBytes(bridge, Build.ElfVersionRelaxer.Relax(library, "GLIBCXX_3.4.999")!);
        NativeProbe.Require(_folder.Path);
    }

    [SkippableFact]
    public void This_build_is_well()
    {
        NativeProbe.Require(AppContext.BaseDirectory);
        Assert.DoesNotContain(NativeProbe.Inspect(), c => c.State == NativeCheckState.Failed);
    }

    private static NativeException Refused(LibTorchFolder folder) => Assert.Throws<NativeException>(() => NativeLibraries.Load(folder));

    /// <summary>A folder with every file of libtorch, all of them empty.</summary>
    private LibTorchFolder Fake(string version)
    {
        var lib = Directory.CreateDirectory(_folder.Of("libtorch/lib")).FullName;
        foreach (var name in Libraries)
            File.WriteAllText(Path.Combine(lib, name), "");
        File.WriteAllText(_folder.Of("libtorch/build-version"), version);
        return new LibTorchFolder(lib, "test");
    }
}
