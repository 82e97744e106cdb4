using System.CommandLine;
using Unfold.Cli.Rendering;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold plugins inspect</c>: everything about one plugin.</summary>
internal static class PluginsInspectCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("name") { Description = "The plugin's name ('unfold plugins list')." };
        var json = CommonOptions.Json();
        var command = new Command("inspect", "Everything about a plugin: its file, state, components, and their options.") { name, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Inspect(context, parsed.GetValue(name)!, parsed.GetValue(json))));
        return command;
    }

    private static int Inspect(CliContext context, string name, bool asJson)
    {
        var host = context.OpenHost();
        // Where one shadows another, both are of interest.
        var found = host.Plugins.Where(plugin => plugin.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(host.Describe).ToList();
        if (found.Count == 0)
        {
            var known = host.Plugins.Select(plugin => plugin.Name).Distinct().ToList();
            throw new UnfoldException("UFP018", $"there is no plugin '{name}'; {NearestNames.Hint(name, known)}", "'unfold plugins list' shows all");
        }

        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Plugins = found.Select(PluginDocument.Of) }));
            return ExitCode.Done;
        }

        foreach (var plugin in found)
            PluginPage.Write(context.Out, plugin);
        return ExitCode.Done;
    }
}
