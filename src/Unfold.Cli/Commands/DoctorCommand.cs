using System.CommandLine;
using Unfold.Engine.Data;
using Unfold.Engine.Native;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold doctor</c>: whether training can start here. Loads no native library.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliContext context)
    {
        var run = new Option<string?>("--run") { Description = "Verify the folder of this run instead: every file, every hash." };
        var outFolder = CommonOptions.OutFolder();
        var json = CommonOptions.Json();
        var command = new Command("doctor", "Whether training can start on this machine, and what to mend; or whether a run's folder is whole.") { run, outFolder, json };
        command.SetAction(parsed => ErrorReport.Guard(context, () => parsed.GetValue(run) is { } folder
            ? RunDoctor.Examine(context, CommonOptions.RunFolder(folder, parsed.GetValue(outFolder)!), parsed.GetValue(json))
            : Examine(context, parsed.GetValue(json))));
        return command;
    }

    private static int Examine(CliContext context, bool asJson)
    {
        var host = context.OpenHost();
        var checks = NativeProbe.Inspect().Append(Plugins(host)).Append(Data()).ToList();
        var isWell = checks.All(c => c.State != NativeCheckState.Failed);
        if (asJson)
        {
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, IsWell = isWell, Checks = checks }));
        }
        else
        {
            foreach (var check in checks)
                context.Out.WriteLine($"{(check.State switch { NativeCheckState.Ok => "ok    ", NativeCheckState.Note => "note  ", _ => "FAILED" })}  {check.Name}: {check.Detail}{(check.Mend is null ? "" : $"; {check.Mend}")}");
        }

        return isWell ? ExitCode.Done : ExitCode.Environment;
    }

    private static NativeCheck Plugins(PluginHost host)
    {
        var faulty = host.Plugins.Where(p => p.Problem is not null).Select(p => $"{p.Name} ({p.Problem!.Code})").ToList();
        return faulty.Count == 0
            ? new NativeCheck("plugins", NativeCheckState.Ok, $"{host.Plugins.Count} active")
            : new NativeCheck("plugins", NativeCheckState.Note, $"not active: {string.Join(", ", faulty)}", "'unfold plugins list' says why");
    }

    private static NativeCheck Data() => new("data folders", NativeCheckState.Note, string.Join(", ", DataFolders.Resolve()));
}
