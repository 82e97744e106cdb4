using System.CommandLine;

namespace Unfold.Cli.Tests;

[UsesVerify]
public sealed class HelpTests
{
    /// <summary>Every command, so that a new one asks for its snapshot.</summary>
    public static TheoryData<string> Commands() => [.. Below("unfold", UnfoldCommandLine.Create(CliContext.OfThisProcess()))];

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Help_of(string command)
    {
        var result = UnfoldProgram.Run(Path.GetTempPath(), new Dictionary<string, string>(StringComparer.Ordinal), [.. command.Split(' ')[1..], "--help"]);
        Assert.True(result.ExitCode == 0, result.Text);
        return Verify(result.Output).UseDirectory("snapshots").UseParameters(command.Replace(' ', '-'));
    }

    [Fact]
    public void An_unknown_option_is_named_with_its_nearest_neighbour()
    {
        var result = UnfoldProgram.Run(Path.GetTempPath(), new Dictionary<string, string>(StringComparer.Ordinal), "verify", "quickstart", "--acept");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("error UFX000: there is no '--acept' here", result.Error, StringComparison.Ordinal);
        Assert.Contains("--accept", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Below(string name, Command command) =>
        command.Subcommands.SelectMany(c => Below($"{name} {c.Name}", c)).Prepend(name);
}
