using System.CommandLine;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold plugins list</c>: what was found, from metadata alone.</summary>
internal static class PluginsListCommand
{
    public static Command Create(CliContext context)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "The plugins, their state and their components.") { json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => List(context, parsed.GetValue(json))));
        return command;
    }

    private static int List(CliContext context, bool asJson)
    {
        var host = context.OpenHost();
        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Plugins = host.Plugins.Select(Entry) }));
            return ExitCode.Done;
        }

        foreach (var plugin in host.Plugins)
        {
            context.Out.WriteLine($"{plugin.Name} {plugin.Version} ({plugin.State})");
            foreach (var kind in plugin.Components.GroupBy(c => c.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
                context.Out.WriteLine($"  {kind.Key}: {string.Join(", ", kind.Select(c => c.Id).Order(StringComparer.Ordinal))}");
            if (plugin.Problem is { } problem)
                context.Out.WriteLine($"  {problem.Code}: {problem.Reason}; {problem.Mend}");
        }

        return ExitCode.Done;
    }

    private static object Entry(PluginReport plugin) => new
    {
        plugin.Name,
        Version = plugin.Version?.ToString(),
        State = plugin.State.ToString(),
        plugin.Path,
        plugin.Sha256,
        plugin.IsBuiltIn,
        Components = plugin.Components.Select(c => new { c.Kind, c.Id }),
        plugin.Problem?.Code,
        plugin.Problem?.Reason,
        plugin.Problem?.Mend,
    };
}
