using System.CommandLine;

namespace Unfold.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public const string DefaultOutFolder = "runs";

    public static Argument<string> Experiment() => new("experiment") { Description = "Its name ('unfold list'), or a JSON file." };

    public static Argument<string[]> Overrides() => new("path=value")
    {
        Description = "Changes, such as architecture.layers=20, loss.use=l1 or seed=0:5; several values (10,20) make a sweep.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<string[]> Variants() => new("--variant") { Description = "Only this variant or cell; may be repeated." };

    public static Option<string> OutFolder() => new("--out") { Description = "The output folder.", DefaultValueFactory = _ => DefaultOutFolder };

    /// <summary>A run's folder, as lists of runs show it or as it lies on the disk.</summary>
    public static string RunFolder(string folder, string outFolder) => Directory.Exists(folder) ? Path.TrimEndingDirectorySeparator(folder) : Path.Combine(outFolder, folder);

    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output and nothing else." };
}
