using System.CommandLine;
using Unfold.Cli.Templates;
using Unfold.Specs;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold new plugin</c>: a plugin project from the template that <c>dotnet new unfold-plugin</c> uses.</summary>
internal static class NewPluginCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("name") { Description = "Its name, such as MyNet or Lab.MyNet." };
        var kind = new Option<string>("--kind") { Description = $"What it brings: {string.Join(", ", PluginTemplate.Kinds)}.", DefaultValueFactory = _ => PluginTemplate.Kinds[0] };
        kind.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<string>() is { } given && !PluginTemplate.Kinds.Contains(given, StringComparer.Ordinal))
                parsed.AddError($"there is no template for the kind '{given}'; {NearestNames.Hint(given, PluginTemplate.Kinds)}");
        });
        var outFolder = new Option<string?>("--out") { Description = "Its folder: plugins/<name> of the repository, or else <name> in the current folder." };
        var command = new Command("plugin", "Write a plugin that builds, with a test and an experiment.") { name, kind, outFolder };
        command.SetAction(parsed => ErrorReport.Guard(context, () => Write(context, parsed.GetValue(name)!, parsed.GetValue(kind)!, parsed.GetValue(outFolder))));
        return command;
    }

    private static int Write(CliContext context, string name, string kind, string? outFolder)
    {
        PluginName.Check(name, context.Search.HostFolder);
        var root = SourceTree.Find(Directory.GetCurrentDirectory());
        PluginId.Check(context.OpenHost(), root, name, kind);
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outFolder ?? (root is null ? name : Path.Combine(root, "plugins", name))));
        PluginTemplate.Create(context.Search.HostFolder, name, kind, folder, context.Stop.Listen());
        context.Out.WriteLine(folder);
        context.Screen.Profile.Out.Writer.WriteLine($"its README says how to test and run it: {Path.Combine(Path.GetRelativePath(Directory.GetCurrentDirectory(), folder), "README.md")}");
        return ExitCode.Done;
    }
}
