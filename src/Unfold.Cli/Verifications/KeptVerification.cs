using Unfold.Cli.Rendering;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Verifications;

/// <summary>Re-checks every experiment whose runs are kept with its spec: from records alone, in seconds.</summary>
internal sealed class KeptVerification(CliContext context, PluginHost host, VerifyFlags flags)
{
    private readonly List<VerificationReport> _reports = [];
    private Exception? _first;

    /// <summary>Checks; one that cannot be verified does not hide the others.</summary>
    /// <param name="suites">Receives what was found of each.</param>
    public int Check(ICollection<VerificationSuite> suites)
    {
        var folder = flags.OutFolder ?? Path.Combine(SourceTree.Experiments(context.Search.HostFolder, "name an experiment, or run this inside the repository"), KeptRuns.FolderName);
        var names = KeptRuns.Experiments(folder);
        if (names.Count == 0)
            throw new ResultsException("UFR005", $"no runs are kept in {Path.GetFullPath(folder)}", "keep them: unfold verify <experiment> --accept --keep");
        foreach (var name in names)
            suites.Add(Check(name, folder));
        if (_first is null && flags.Json)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Passes = _reports.All(r => r.Passes), Experiments = _reports }));
        else if (!flags.Json)
            _reports.ForEach(report => VerificationTable.Write(context.Out, report, withStatistics: false));
        if (_first is not null)
            return ErrorReport.CodeOf(_first);
        return _reports.All(r => r.Passes) ? ExitCode.Done : ExitCode.Differs;
    }

    private VerificationSuite Check(string name, string folder)
    {
        try
        {
            var report = new ExperimentVerifier(context, host, ExperimentLookup.Open(host, name), flags with { OutFolder = folder }).CompareStored();
            _reports.Add(report);
            return VerificationSuite.Of(report);
        }
        catch (Exception known) when (known is UnfoldException or ResultsException)
        {
            _first ??= known;
            var lines = ErrorReport.Describe(known);
            foreach (var line in lines)
                context.Screen.Profile.Out.Writer.WriteLine(line);
            return VerificationSuite.OfError(name, lines);
        }
    }
}
