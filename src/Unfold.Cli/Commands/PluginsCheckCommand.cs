using System.CommandLine;
using Unfold.Cli.Conformance;
using Unfold.Cli.Rendering;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;
using Unfold.Testing;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold plugins check</c>: the conformance suite on a plugin, whoever wrote it.</summary>
internal static class PluginsCheckCommand
{
    public static Command Create(CliContext context)
    {
        var folder = new Argument<string?>("folder") { Description = "A plugin's folder (prebuilt, a project that was built, or a build's output), or the name of one that is installed; all where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Show every check, not only those that fail, are refused, or are for a person to judge." };
        var json = CommonOptions.Json();
        var command = new Command("check", "Run the conformance suite on a plugin: what fails, and why.") { folder, all, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Check(context, parsed.GetValue(folder), parsed.GetValue(all), parsed.GetValue(json))));
        return command;
    }

    private static int Check(CliContext context, string? named, bool isComplete, bool asJson)
    {
        using var folder = named is not null && Directory.Exists(named) ? PluginFolder.Open(named) : null;
        var host = PluginHost.Open(folder is null ? context.Search : context.Search with { Before = [folder.Loaded] });
        var lines = new ConformanceLines(asJson ? TextWriter.Null : context.Out, isComplete, context.IsVerbose);
        var check = new PluginCheck(host);
        var (checkedPlugins, components) = (new List<object>(), new List<CheckedComponent>());
        var isSound = true;
        var unusable = 0;
        foreach (var plugin in Wanted(host, named, folder))
        {
            var (report, experiments, own) = check.Of(plugin, folder?.Named ?? Path.GetDirectoryName(plugin.Path)!);
            // Who names a disabled plugin wants it checked; among all, it is left out.
            var isWanted = named is not null || report.State != PluginState.Disabled;
            lines.Write(report, experiments, isWanted);
            var found = own.Select(component =>
            {
                lines.Write(component);
                return component;
            }).ToList();
            unusable += report.Problem is not null && isWanted ? 1 : 0;
            isSound &= found.All(c => !c.Failed) && experiments.All(e => !e.Failed);
            components.AddRange(found);
            checkedPlugins.Add(Entry(report, experiments, found));
        }

        isSound &= unusable == 0;
        lines.WriteSum(components, unusable);
        if (asJson)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, IsSound = isSound, Plugins = checkedPlugins }));
        return isSound ? ExitCode.Done : ExitCode.Plugin;
    }

    private static IReadOnlyList<PluginReport> Wanted(PluginHost host, string? named, PluginFolder? folder)
    {
        if (named is null)
            return host.Plugins;
        // What is looked in first is the first of its name.
        var name = folder?.Name ?? named;
        return host.Plugins.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && (folder is null || !p.IsBuiltIn)) is { } plugin
            ? [plugin]
            : throw new UnfoldException("UFP018", $"there is no plugin and no folder '{named}'; {NearestNames.Hint(named, [.. host.Plugins.Select(p => p.Name)])}", "'unfold plugins list' shows the plugins");
    }

    private static object Entry(PluginReport plugin, IReadOnlyList<CheckResult> experiments, IReadOnlyList<CheckedComponent> components) => new
    {
        plugin.Name,
        Version = plugin.Version?.ToString(),
        State = plugin.State.ToString(),
        plugin.Sha256,
        plugin.Problem?.Code,
        plugin.Problem?.Reason,
        plugin.Problem?.Mend,
        Experiments = experiments.Select(Entry),
        Components = components.Select(c => new { c.Kind, c.Id, c.Options, Checks = c.Checks.Select(Entry) }),
    };

    private static object Entry(CheckResult check) => new { check.Check, check.Outcome, check.IsRefused, check.IsTold, check.Message };
}
