using System.CommandLine;

namespace Unfold.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string> Experiment() => new("experiment") { Description = "Its name ('unfold list'), or a JSON file." };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output and nothing else." };
}
