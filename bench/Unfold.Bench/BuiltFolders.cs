using Microsoft.CodeAnalysis;

namespace Unfold.Bench;

/// <summary>The checkout that this program was built in, and what its build left.</summary>
internal static class BuiltFolders
{
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Research.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the benchmarks from a checkout.");
    }

    /// <summary>The built command line.</summary>
    public static string Cli()
    {
        var cli = Path.Combine(Repository(), "src", "Unfold.Cli", "bin", "Release", "net10.0", "Unfold.Cli.dll");
        return File.Exists(cli) ? cli : throw new FileNotFoundException("Build the command line first: dotnet build -c Release src/Unfold.Cli", cli);
    }

    /// <summary>What experiments are compiled against: the framework, the engine and all shipped plugins.</summary>
    public static IReadOnlyList<MetadataReference> References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Directory.EnumerateDirectories(Path.Combine(Path.GetDirectoryName(Cli())!, "plugins")).Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".dll")))
            .DistinctBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
