using System.Runtime.InteropServices;

namespace Unfold.Engine.Native;

/// <summary>
/// Loads libtorch before TorchSharp's first use, so that it is found outside the program's folder, and says what is missing before
/// TorchSharp would: its own message is misleading, and its fallback copies half a gigabyte.
/// </summary>
public static class NativeLibraries
{
    // In the order of their dependencies; those of a CPU-only libtorch have no CUDA part.
    private static readonly string[] Linux =
        ["libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so", "libtorch.so"];

    private static readonly Lock Loading = new();
    private static LibTorchFolder? _loaded;

    /// <summary>Loads libtorch once in a process.</summary>
    /// <returns>Where it was loaded from.</returns>
    /// <exception cref="NativeException">UFE001 to UFE005, with what is missing and how to mend it.</exception>
    public static LibTorchFolder Load()
    {
        lock (Loading)
        {
            if (_loaded is not null)
                return _loaded;
            NativeProbe.Require(AppContext.BaseDirectory);
            var folder = LibTorchFolder.Find() ?? throw NativeProbe.NoFolder();
            Load(folder);
            return _loaded = folder;
        }
    }

    internal static void Load(LibTorchFolder folder)
    {
        NativeProbe.RequireComplete(folder);
        // CUDA reads it once, when it starts: without it cuBLAS is not deterministic.
        if (Environment.GetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG") is null)
            Environment.SetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
        var loaded = new Dictionary<string, nint>(StringComparer.Ordinal);
        foreach (var file in FilesToLoad(folder))
        {
            try
            {
                loaded[Path.GetFileNameWithoutExtension(file)] = NativeLibrary.Load(file);
            }
            catch (Exception refused) when (refused is DllNotFoundException or BadImageFormatException)
            {
                throw new NativeException(
                    "UFE002",
                    $"{file} cannot be loaded: {refused.Message.ReplaceLineEndings(" ")}",
                    folder.VersionWarning ?? "install what it asks for, or point UNFOLD_LIBTORCH at a complete libtorch 2.10",
                    refused);
            }
        }

        // No name of torch's own is the same on Windows, where TorchSharp does not load.
        if (loaded.TryGetValue("libtorch_cpu", out var torch) && loaded.TryGetValue("libc10", out var core))
            NnpackSwitch.Set(torch, core);
    }

    private static IEnumerable<string> FilesToLoad(LibTorchFolder folder)
    {
        if (OperatingSystem.IsMacOS())
            return Existing(folder, ["libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib"]);
        if (!OperatingSystem.IsLinux())
            return Existing(folder, ["c10.dll", "torch_cpu.dll", "torch.dll"]);
        // OpenMP has a hash in its name; a PyTorch installation keeps CUDA's own libraries in sibling packages.
        return Directory.EnumerateFiles(folder.Path, "libgomp*")
            .Concat(folder.HasCuda ? CudaLibraries(folder) : [])
            .Concat(Existing(folder, Linux));
    }

    private static IEnumerable<string> CudaLibraries(LibTorchFolder folder)
    {
        var packages = Path.GetFullPath(Path.Combine(folder.Path, "..", "..", "nvidia"));
        string[] order =
        [
            "libcudart.so", "libnvrtc.so", "libnvJitLink.so", "libcublasLt.so", "libcublas.so", "libcufft.so", "libcurand.so", "libcusparse.so",
            "libcusparseLt.so", "libcusolver.so", "libcupti.so", "libcufile.so", "libnccl.so", "libnvshmem_host.so", "libcudnn.so",
        ];
        if (!Directory.Exists(packages))
            return [];
        var files = Directory.GetFiles(packages, "*.so*", SearchOption.AllDirectories);
        return order.SelectMany(name => files.Where(f => Path.GetFileName(f).StartsWith(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(1));
    }

    private static IEnumerable<string> Existing(LibTorchFolder folder, IEnumerable<string> names) =>
        names.Select(n => Path.Combine(folder.Path, n)).Where(File.Exists);
}
