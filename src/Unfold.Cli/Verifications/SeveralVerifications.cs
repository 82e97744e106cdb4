using Unfold.Cli.Rendering;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;

namespace Unfold.Cli.Verifications;

/// <summary>Verifies several experiments one after another; one that cannot be verified does not hide the others.</summary>
internal sealed class SeveralVerifications(CliContext context, PluginHost host, VerifyFlags flags, ICollection<VerificationSuite> suites)
{
    private readonly List<VerificationReport> _reports = [];
    private Exception? _first;

    /// <summary>Re-checks every experiment whose runs are kept with its spec: from records alone, in seconds.</summary>
    /// <exception cref="ResultsException">UFR005: none are kept.</exception>
    public int CheckKept()
    {
        var folder = flags.OutFolder ?? Path.Combine(SourceTree.Experiments(context.Search.HostFolder, "name an experiment, or run this inside the repository"), KeptRuns.FolderName);
        var names = KeptRuns.Experiments(folder);
        if (names.Count == 0)
            throw new ResultsException("UFR005", $"no runs are kept in {Path.GetFullPath(folder)}", "keep them: unfold verify <experiment> --accept --keep");
        return Check(names, name => _reports.Add(new ExperimentVerifier(context, host, ExperimentLookup.Open(host, name), flags with { OutFolder = folder }).CompareStored()));
    }

    /// <summary>Verifies every experiment of a folder, and of the folders in it, that has accepted results.</summary>
    /// <param name="folder">The beginning of their names, with the slash: <c>anchors/</c>.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="UnfoldException">UFX016: there is none in it.</exception>
    /// <exception cref="ResultsException">UFR004: of none anything was accepted.</exception>
    public int CheckFolder(string folder, RunOptions options)
    {
        var declared = host.Experiments.Declared.Select(e => e.Name).Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (declared.Count == 0)
            throw new UnfoldException("UFX016", $"there is no experiment in '{folder}'", "`unfold list` shows all of them");
        var experiments = declared.Select(name => (Name: name, Experiment: host.Experiments.Activate(name))).ToList();
        var accepted = experiments.Where(e => ExpectedFile.Read(e.Experiment, context.Search.HostFolder) is not null).ToDictionary(StringComparer.Ordinal);
        if (accepted.Count == 0)
            throw new ResultsException("UFR004", $"of the experiments in '{folder}' nothing was accepted yet", $"accept what is right: unfold verify {declared[0]} --accept");
        var others = declared.Except(accepted.Keys, StringComparer.Ordinal).ToList();
        if (others.Count > 0)
            Say($"not verified, nothing of it was accepted: {string.Join(", ", others)}");
        return Check(declared.Where(accepted.ContainsKey), name => new ExperimentVerifier(context, host, accepted[name], flags).Find(options, _reports.Add));
    }

    private int Check(IEnumerable<string> names, Action<string> verify)
    {
        foreach (var name in names)
            suites.Add(Check(name, verify));
        if (_first is null && flags.Json)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, Passes = _reports.All(r => r.Passes), Experiments = _reports }));
        if (_first is not null)
            return ErrorReport.CodeOf(_first);
        return _reports.All(r => r.Passes) ? ExitCode.Done : ExitCode.Differs;
    }

    private VerificationSuite Check(string name, Action<string> verify)
    {
        try
        {
            verify(name);
            if (!flags.Json)
                VerificationTable.Write(context.Out, _reports[^1], withStatistics: false);
            return VerificationSuite.Of(_reports[^1]);
        }
        catch (Exception known) when (known is UnfoldException or ResultsException)
        {
            _first ??= known;
            var lines = ErrorReport.Describe(known);
            foreach (var line in lines)
                Say(line);
            return VerificationSuite.OfError(name, lines);
        }
    }

    private void Say(string line) => context.Screen.Profile.Out.Writer.WriteLine(line);
}
