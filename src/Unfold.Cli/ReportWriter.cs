using Unfold.Engine.Identity;
using Unfold.Hosting;
using Unfold.Reporting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli;

/// <summary>Writes reports: with the claims of an experiment where it is declared, in the order of its cells. What is not of its declaration is left out, and said.</summary>
/// <param name="context">Where to say what is left out.</param>
/// <param name="host">The plugins.</param>
/// <param name="nameOrFile">The experiment's name, or the file that was run.</param>
/// <param name="outFolder">The output folder.</param>
internal sealed class ReportWriter(CliContext context, PluginHost host, string nameOrFile, string outFolder)
{
    /// <summary>Where the report of an experiment is.</summary>
    public string PageOf(string experiment) => Path.GetFullPath(Path.Combine(outFolder, experiment, "report.html"));

    /// <summary>The report of what was run just now, with what was run before of the same experiment.</summary>
    /// <param name="experiment">The experiment, as it was run: of variants that were left out it may know nothing.</param>
    /// <param name="overrides">Its overrides.</param>
    /// <param name="runs">The runs of now.</param>
    /// <returns>The path of report.html.</returns>
    public string AfterRun(Experiment experiment, IReadOnlyCollection<string> overrides, IReadOnlyList<StoredRun> runs)
    {
        context.Stop.Token.ThrowIfCancellationRequested();
        var now = runs.Select(r => (r.Result.Name, r.Result.Seed)).ToHashSet();
        return Write(new DeclaredRuns(Whole(experiment, overrides)), runs, r => !now.Contains((r.Result.Name, r.Result.Seed)));
    }

    /// <summary>The report of every run that is there.</summary>
    /// <returns>The path of report.html.</returns>
    /// <exception cref="ResultsException">UFR005: there is no run.</exception>
    public string OfFolder()
    {
        var name = ExperimentName.Of(nameOrFile);
        // Runs outlive their spec: then their report has no verdicts, and says so.
        var isDeclared = ExperimentName.IsFile(nameOrFile) ? File.Exists(nameOrFile) : host.Experiments.Declared.Any(e => e.Name == name);
        if (isDeclared)
            return Write(new DeclaredRuns(ExperimentLookup.Open(host, nameOrFile)), [], _ => true);
        var runs = RunCollection.Latest(outFolder, name);
        return ExperimentReport.Write(outFolder, name, "", runs, null, RunCommands.Of(runs, nameOrFile), new ReportContext { Called = nameOrFile }, context.Stop.Token);
    }

    private string Write(DeclaredRuns declared, IReadOnlyList<StoredRun> now, Func<StoredRun, bool> isAsked)
    {
        var experiment = declared.Experiment;
        var (before, leftOut) = declared.Split([.. RunCollection.Latest(outFolder, experiment.Name, declared.IsCurrent).Where(isAsked)]);
        foreach (var note in leftOut)
            context.Screen.Profile.Out.Writer.WriteLine(note);
        if (now.Count == 0 && before.Count == 0)
            throw new ResultsException("UFR005", $"there is no run of '{experiment.Name}' as it is declared now in {Path.GetFullPath(outFolder)}", $"train it: unfold run {nameOrFile}");
        var shown = Sorted([.. now, .. before], experiment);
        return ExperimentReport.Write(
            outFolder,
            experiment.Name,
            experiment.Description,
            shown,
            ExpectReader.Parse(experiment.Expect),
            RunCommands.Of(shown, nameOrFile),
            new ReportContext { Declared = declared.Cells, Called = nameOrFile, LeftOut = leftOut },
            context.Stop.Token);
    }

    // Other variants may have mistakes, which are not to stop the report of these.
    private Experiment Whole(Experiment experiment, IReadOnlyCollection<string> overrides)
    {
        try
        {
            return ExperimentLookup.Open(host, nameOrFile, overrides: overrides);
        }
        catch (UnfoldException)
        {
            return experiment;
        }
    }

    private static List<StoredRun> Sorted(IEnumerable<StoredRun> runs, Experiment experiment)
    {
        var order = experiment.Cells.Select(c => c.Name).ToList();
        return [.. runs.OrderBy(r => order.IndexOf(r.Result.Name) is >= 0 and var at ? at : int.MaxValue).ThenBy(r => r.Result.Seed)];
    }
}
