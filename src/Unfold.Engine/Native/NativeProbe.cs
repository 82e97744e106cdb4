using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Unfold.Engine.Native;

/// <summary>Looks at what torch needs from the system, by reading files: no native library is loaded.</summary>
public static class NativeProbe
{
    private const string BridgeName = "libLibTorchSharp.so";

    /// <summary>Everything that matters, in the order in which it would fail.</summary>
    public static IReadOnlyList<NativeCheck> Inspect() => Inspect(AppContext.BaseDirectory, LibTorchFolder.Find());

    internal static IReadOnlyList<NativeCheck> Inspect(string programFolder, LibTorchFolder? folder) =>
    [
        Describe("platform", () => RuntimeInformation.RuntimeIdentifier, RequirePlatform),
        Describe("TorchSharp's library", () => $"{BridgePath(programFolder) ?? "found"}", () => Require(programFolder)),
        Numbers(typeof(torch.Tensor).GetMethod(nameof(torch.Tensor.mul), [typeof(Scalar)])!),
        Describe("libtorch", () => $"{folder!.Version ?? "unknown version"} in {folder.Path} (from {folder.Origin})", () => RequireComplete(folder ?? throw NoFolder())),
        Version(folder),
        Cuda(folder),
    ];

    // See eng/UnoptimizedMethods.cs.
    internal static NativeCheck Numbers(MethodInfo operation) =>
        operation.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoOptimization | MethodImplAttributes.NoInlining)
            ? new NativeCheck("TorchSharp's numbers", NativeCheckState.Ok, "held while libtorch reads them")
            : new NativeCheck(
                "TorchSharp's numbers",
                NativeCheckState.Note,
                "this copy of TorchSharp.dll may free the number of 'tensor * 2.5' while libtorch reads it: now and then a run fails",
                "build without -p:UnfoldMarksTorchSharp=false; a project that runs torch sets <UsesTorchRuntime>true</UsesTorchRuntime>");

    internal static NativeException NoFolder() => new(
        "UFE001",
        "libtorch was not found: this build recorded no folder, none is beside the program, and UNFOLD_LIBTORCH is not set",
        "build with -p:TorchBackend=cpu, or set UNFOLD_LIBTORCH to the lib folder of libtorch 2.10 or of a PyTorch 2.10 installation");

    internal static void RequireComplete(LibTorchFolder folder)
    {
        if (!Directory.Exists(folder.Path))
            throw new NativeException("UFE001", $"{folder.Path} (from {folder.Origin}) is not a folder", "set UNFOLD_LIBTORCH to a lib folder with libtorch in it, or unset it");
        string[] needed = OperatingSystem.IsWindows() ? ["c10.dll", "torch_cpu.dll"] : OperatingSystem.IsMacOS() ? ["libc10.dylib", "libtorch_cpu.dylib"] : ["libc10.so", "libtorch_cpu.so", "libtorch.so"];
        var missing = needed.Where(n => !File.Exists(Path.Combine(folder.Path, n))).ToList();
        if (missing.Count > 0)
        {
            throw new NativeException(
                "UFE002",
                $"{folder.Path} (from {folder.Origin}) is no complete libtorch: {string.Join(", ", missing)} missing",
                "restore the packages again, or point UNFOLD_LIBTORCH at a complete lib folder");
        }
    }

    internal static void Require(string programFolder)
    {
        RequirePlatform();
        if (!OperatingSystem.IsLinux())
            return;
        var bridge = BridgePath(programFolder) ?? throw new NativeException(
            "UFE003",
            $"{BridgeName} is not beside the program in {programFolder}",
            "build again; a project that runs torch sets <UsesTorchRuntime>true</UsesTorchRuntime>");
        if (Unmet(bridge) is { } version)
        {
            throw new NativeException(
                "UFE004",
                $"{bridge} asks for {version}, which this system's libstdc++ does not have",
                "build again without -p:UnfoldRelaxGlibcxx=false, or use a system with GCC 13 or newer");
        }
    }

    private static string? Unmet(string bridge)
    {
        try
        {
            return GlibcxxRequirement.Unmet(bridge);
        }
        catch (InvalidDataException damaged)
        {
            throw new NativeException("UFE003", $"{bridge} is damaged: {damaged.Message}", "restore the packages and build again", damaged);
        }
    }

    private static void RequirePlatform()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new NativeException(
                "UFE005",
                "TorchSharp 0.107 does not load on Windows (dotnet/TorchSharp#1567)",
                "use Linux, or the Windows Subsystem for Linux");
        }

        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture != Architecture.X64)
            throw new NativeException("UFE005", $"TorchSharp 0.107 has no library for Linux on {RuntimeInformation.ProcessArchitecture}", "use an x64 machine");
    }

    private static string? BridgePath(string programFolder) =>
        new[] { Path.Combine(programFolder, "runtimes", "linux-x64", "native", BridgeName), Path.Combine(programFolder, BridgeName) }.FirstOrDefault(File.Exists);

    private static NativeCheck Describe(string name, Func<string> detail, Action require)
    {
        try
        {
            require();
            return new NativeCheck(name, NativeCheckState.Ok, detail());
        }
        catch (NativeException failure)
        {
            return new NativeCheck(name, NativeCheckState.Failed, $"{failure.Code}: {failure.Message}", failure.Mend);
        }
    }

    private static NativeCheck Version(LibTorchFolder? folder) =>
        folder?.VersionWarning is { } warning
            ? new NativeCheck("libtorch version", NativeCheckState.Note, warning, "use libtorch 2.10")
            : new NativeCheck("libtorch version", NativeCheckState.Ok, $"TorchSharp was built for {LibTorchFolder.ExpectedVersion}");

    private static NativeCheck Cuda(LibTorchFolder? folder)
    {
        var driver = SharedLibraryFinder.Find("libcuda.so.1");
        return (folder?.HasCuda, driver) switch
        {
            (true, not null) => new NativeCheck("CUDA", NativeCheckState.Ok, $"driver {driver}, libtorch with CUDA"),
            (true, null) => new NativeCheck("CUDA", NativeCheckState.Note, "libtorch has CUDA, but there is no NVIDIA driver", "use --device cpu"),
            (_, not null) => new NativeCheck("CUDA", NativeCheckState.Note, $"driver {driver}, but libtorch is CPU only", "set UNFOLD_LIBTORCH to a CUDA libtorch to use the GPU"),
            _ => new NativeCheck("CUDA", NativeCheckState.Note, "no NVIDIA driver; runs use the CPU"),
        };
    }
}
