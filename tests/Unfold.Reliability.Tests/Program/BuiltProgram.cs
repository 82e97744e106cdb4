using System.Reflection;

namespace Unfold.Reliability.Tests;

/// <summary>
/// Where the command line and the plugin of these tests are. The environment may name copies: a run of hours must not meet the next build.
/// </summary>
internal static class BuiltProgram
{
    /// <summary>Unfold.Cli.dll.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("UNFOLD_CHAOS_PROGRAM") ?? Metadata("Program");

    /// <summary>The folder of the plugin Chaos.</summary>
    public static string Plugin { get; } = Environment.GetEnvironmentVariable("UNFOLD_CHAOS_PLUGIN") ?? Metadata("Plugin");

    private static string Metadata(string key) => typeof(BuiltProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
