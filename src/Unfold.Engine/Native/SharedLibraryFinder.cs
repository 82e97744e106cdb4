namespace Unfold.Engine.Native;

/// <summary>Finds a shared library in the folders that the system's loader searches.</summary>
internal static class SharedLibraryFinder
{
    private static readonly string[] SystemFolders =
        ["/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/local/lib", "/usr/lib", "/lib", "/usr/local/nvidia/lib64", "/usr/lib/wsl/lib"];

    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(SystemFolders)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
