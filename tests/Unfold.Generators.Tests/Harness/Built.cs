using System.Reflection;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;

namespace Unfold.Generators.Tests;

/// <summary>What the build left: the command line's folder with the shipped plugins and experiments.</summary>
internal static class Built
{
    public static string HostFolder { get; } = Metadata("HostFolder");

    public static string Repository { get; } = Metadata("Repository");

    public static PluginHost OpenHost() => PluginHost.Open(new PluginSearch { HostFolder = HostFolder, BuiltIn = [typeof(Adam).Assembly] });

    /// <summary>The assembly of a fixture plugin.</summary>
    public static string Fixture(string plugin) => Path.Combine(Repository, "tests", "fixtures", "plugins", plugin, Metadata("FixturesOutput"), plugin + ".dll");

    public static IEnumerable<string> PluginAssemblies() => Directory
        .EnumerateDirectories(Path.Combine(HostFolder, "plugins"))
        .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".dll"));

    /// <summary>Where the SDK keeps its analysers.</summary>
    public static string SdkAnalyzers { get; } = Metadata("SdkAnalyzers");

    private static string Metadata(string key) => typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == key).Value!;
}
