using System.Reflection;

namespace Unfold.Conformance.Tests;

/// <summary>Where the build left the program and the fixture.</summary>
internal static class Built
{
    public static string Program { get; } = Metadata(nameof(Program));

    public static string Repository { get; } = Metadata(nameof(Repository));

    public static string Unsound { get; } = Metadata(nameof(Unsound));

    public static string UnsoundOutput { get; } = Metadata(nameof(UnsoundOutput));

    private static string Metadata(string key) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
