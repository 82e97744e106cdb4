using System.Text.RegularExpressions;

namespace Unfold.Engine.Native;

/// <summary>A folder with libtorch: from the package, a download, or a PyTorch installation's <c>torch/lib</c>.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Origin">Who named it: <c>UNFOLD_LIBTORCH</c>, the build, or the program's own folder.</param>
public sealed partial record LibTorchFolder(string Path, string Origin)
{
    /// <summary>The version that TorchSharp was built for.</summary>
    public const string ExpectedVersion = "2.10";

    /// <summary>The environment variable that names a folder.</summary>
    public const string Variable = "UNFOLD_LIBTORCH";

    /// <summary>The version, or null where the folder does not tell it.</summary>
    public string? Version { get; } = ReadVersion(Path);

    /// <summary>Whether CUDA libraries are there.</summary>
    public bool HasCuda => File.Exists(System.IO.Path.Combine(Path, "libtorch_cuda.so")) || File.Exists(System.IO.Path.Combine(Path, "torch_cuda.dll"));

    /// <summary>What to say where the version is not the expected one, or null.</summary>
    public string? VersionWarning => Version is null or ExpectedVersion || Version.StartsWith(ExpectedVersion + ".", StringComparison.Ordinal)
        ? null
        : $"libtorch {Version} in {Path} is not the {ExpectedVersion} that TorchSharp was built for: it may refuse to load or misbehave";

    /// <summary>The folder to use, or null: the variable first, then what the build recorded, then <c>libtorch</c> beside the program.</summary>
    public static LibTorchFolder? Find(string? fromVariable, string? fromBuild, string programFolder)
    {
        if (!string.IsNullOrEmpty(fromVariable))
            return new LibTorchFolder(fromVariable, Variable);
        if (!string.IsNullOrEmpty(fromBuild) && Directory.Exists(fromBuild))
            return new LibTorchFolder(fromBuild, "the build");
        var beside = System.IO.Path.Combine(programFolder, "libtorch");
        return Directory.Exists(beside) ? new LibTorchFolder(beside, "the program's folder") : null;
    }

    /// <summary>As <see cref="Find(string?, string?, string)"/>, for this process.</summary>
    public static LibTorchFolder? Find() => Find(
        Environment.GetEnvironmentVariable(Variable), AppContext.GetData("Unfold.LibTorch") as string, AppContext.BaseDirectory);

    private static string? ReadVersion(string folder)
    {
        var parent = System.IO.Path.GetDirectoryName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder))) ?? folder;
        var python = System.IO.Path.Combine(parent, "version.py");
        if (File.Exists(python))
            return PythonVersion().Match(File.ReadAllText(python)) is { Success: true } match ? match.Groups["version"].Value : null;
        var download = System.IO.Path.Combine(parent, "build-version");
        if (File.Exists(download))
            return File.ReadAllText(download).Trim();
        return PackageFolder().Match(folder.Replace('\\', '/')) is { Success: true } package ? package.Groups["version"].Value : null;
    }

    [GeneratedRegex("""^__version__\s*=\s*['"](?<version>[^'"]+)['"]""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PythonVersion();

    [GeneratedRegex("""/libtorch-[^/]+/(?<version>[0-9][^/]*)/runtimes/""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PackageFolder();
}
