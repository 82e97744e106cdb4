using System.CommandLine;
using Unfold.Cli.Commands;
using Unfold.Specs;

namespace Unfold.Cli;

/// <summary>The <c>unfold</c> command.</summary>
internal static class UnfoldCommandLine
{
    private const string Verbose = "--verbose";

    public static RootCommand Create(CliContext context) => new("Unfold: experiments with deep unfolding networks.")
    {
        RunCommand.Create(context),
        ResumeCommand.Create(context),
        VerifyCommand.Create(context),
        ReportCommand.Create(context),
        CompareCommand.Create(context),
        LandscapeCommand.Create(context),
        SweepCommand.Create(context),
        ListCommand.Create(context),
        new Command("config", "What an experiment is made of.") { ConfigExplainCommand.Create(context) },
        SchemaCommand.Create(context),
        new Command("new", "Starting points.") { NewExperimentCommand.Create(context), NewPluginCommand.Create(context) },
        new Command("plugins", "Plugins and what they bring.") { PluginsListCommand.Create(context), PluginsInspectCommand.Create(context), PluginsCheckCommand.Create(context), PluginsLockCommand.Create(context) },
        new Command("data", "Datasets and their files.") { DataListCommand.Create(context), DataFetchCommand.Create(context) },
        DoctorCommand.Create(context),
        new Option<bool>(Verbose) { Description = "Show the stack trace of an error that nobody foresaw.", Recursive = true },
    };

    public static int Invoke(string[] args, CliContext context)
    {
        var parsed = Create(context with { IsVerbose = args.Contains(Verbose) }).Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke();
        // The parser goes on after a mistake and complains about everything behind it: the first word it did not know is the mistake.
        var message = parsed.UnmatchedTokens is [var unknown, ..]
            ? $"there is no '{unknown}' here; {NearestNames.Hint(unknown, Known(parsed.CommandResult.Command))}"
            : parsed.Errors[0].Message;
        context.Screen.Profile.Out.Writer.WriteLine($"error UFX000: {message} ('unfold --help' shows the commands)");
        return ExitCode.Usage;
    }

    private static List<string> Known(Command command) =>
        [.. command.Subcommands.Select(c => c.Name), .. command.Options.Select(o => o.Name)];
}
