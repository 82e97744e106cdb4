using System.Reflection;

namespace Unfold.Hosting.Tests;

/// <summary>Where the build left the fixtures.</summary>
internal static class Fixture
{
    public static string RepositoryFolder { get; } = Path.GetFullPath(Path.Combine(Metadata("FixturesFolder"), "../.."));

    public static string Plugin(string name) => Path.Combine(Metadata("FixturesFolder"), "plugins", name, Metadata("FixturesOutput"));

    public static string Experiments() => Path.Combine(Metadata("FixturesFolder"), "experiments", Metadata("FixturesOutput"));

    private static string Metadata(string key) => typeof(Fixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
