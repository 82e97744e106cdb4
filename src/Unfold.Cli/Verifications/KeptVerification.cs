using Unfold.Cli.Rendering;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Verifications;

/// <summary>Re-checks every experiment whose runs are kept with its spec: from records alone, in seconds.</summary>
internal static class KeptVerification
{
    public static int Check(CliContext context, PluginHost host, VerifyFlags flags)
    {
        var folder = flags.OutFolder ?? Path.Combine(SourceTree.Experiments(context.Search.HostFolder, "name an experiment, or run this inside the repository"), KeptRuns.FolderName);
        var names = KeptRuns.Experiments(folder);
        if (names.Count == 0)
            throw new ResultsException("UFR005", $"no runs are kept in {Path.GetFullPath(folder)}", "keep them: unfold verify <experiment> --accept --keep");
        var reports = names.Select(name => new ExperimentVerifier(context, host, ExperimentLookup.Open(host, name), flags with { OutFolder = folder }).CompareStored()).ToList();
        if (flags.Json)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Passes = reports.All(r => r.Passes), Experiments = reports }));
        else
            reports.ForEach(report => VerificationTable.Write(context.Out, report));
        return reports.All(r => r.Passes) ? ExitCode.Done : ExitCode.Differs;
    }
}
