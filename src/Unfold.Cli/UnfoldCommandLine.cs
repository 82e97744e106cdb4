using System.CommandLine;
using Unfold.Cli.Commands;

namespace Unfold.Cli;

/// <summary>The <c>unfold</c> command.</summary>
internal static class UnfoldCommandLine
{
    public static int Invoke(string[] args, CliContext context)
    {
        var plugins = new Command("plugins", "Plugins and what they bring.") { PluginsListCommand.Create(context) };
        var root = new RootCommand("Unfold: experiments with deep unfolding networks.")
        {
            RunCommand.Create(context),
            ListCommand.Create(context),
            plugins,
            new Command("data", "Datasets and their files.") { DataListCommand.Create(context), DataFetchCommand.Create(context) },
            DoctorCommand.Create(context),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke();
        foreach (var error in parsed.Errors)
            context.Screen.Profile.Out.Writer.WriteLine($"error UFX000: {error.Message} ('unfold --help' shows the commands)");
        return ExitCode.Usage;
    }
}
