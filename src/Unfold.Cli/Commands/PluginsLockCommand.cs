using System.CommandLine;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold plugins lock</c>: writes down the active plugins, for <c>--locked</c>.</summary>
internal static class PluginsLockCommand
{
    public static Command Create(CliContext context)
    {
        var command = new Command("lock", $"Write the active plugins with their hashes into {PluginLock.FileName}, for --locked.");
        command.SetAction(_ => ErrorReport.Guard(context, () => Write(context)));
        return command;
    }

    private static int Write(CliContext context)
    {
        var written = PluginLock.Of(context.OpenHost().Plugins);
        var file = PluginLockFile.Path;
        try
        {
            AtomicFile.Write(file, written.Write());
        }
        catch (ResultsException refused) when (refused.Code == "UFR001")
        {
            throw new UnfoldException("UFP022", refused.Message, "call it where that file can be written, or mend the permissions", refused);
        }

        context.Out.WriteLine(file);
        context.Screen.Profile.Out.Writer.WriteLine($"{written.Plugins.Count} plugins; run, resume and verify with --locked use no others");
        return ExitCode.Done;
    }
}
