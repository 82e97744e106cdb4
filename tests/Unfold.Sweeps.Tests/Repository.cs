using System.Reflection;

namespace Unfold.Sweeps.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    /// <summary>What a command of Slurm 22.05 wrote.</summary>
    public static string Recorded(string file) => Text("tests", "Unfold.Sweeps.Tests", "Slurm", "Recorded", file);
}
