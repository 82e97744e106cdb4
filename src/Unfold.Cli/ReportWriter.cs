using Unfold.Hosting;
using Unfold.Reporting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli;

/// <summary>Writes reports: with the claims of an experiment where it is declared, in the order of its cells.</summary>
internal static class ReportWriter
{
    /// <summary>The report of what was run just now, with what was run before of the same cells.</summary>
    /// <param name="experiment">The experiment, as it was run.</param>
    /// <param name="runs">The runs of now.</param>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="command">The command that repeats them.</param>
    /// <returns>The path of report.html.</returns>
    public static string AfterRun(Experiment experiment, IReadOnlyList<StoredRun> runs, string outFolder, string command)
    {
        var now = runs.Select(r => (r.Result.Name, r.Result.Seed)).ToHashSet();
        var before = RunCollection.Latest(outFolder, experiment.Name).Where(r => !now.Contains((r.Result.Name, r.Result.Seed)) && experiment.Cells.Any(c => c.Name == r.Result.Name && c.Seeds.Contains(r.Result.Seed)));
        return ExperimentReport.Write(outFolder, experiment.Name, experiment.Description, Sorted([.. runs, .. before], experiment), ExpectReader.Parse(experiment.Expect), command);
    }

    /// <summary>The report of every run that is there.</summary>
    /// <param name="host">The plugins.</param>
    /// <param name="nameOrFile">The experiment's name, or the file that was run.</param>
    /// <param name="outFolder">The output folder.</param>
    /// <returns>The path of report.html.</returns>
    /// <exception cref="ResultsException">UFR005: there is no run.</exception>
    public static string OfFolder(PluginHost host, string nameOrFile, string outFolder)
    {
        var isFile = nameOrFile.EndsWith(".json", StringComparison.Ordinal);
        var name = isFile ? Path.GetFileNameWithoutExtension(nameOrFile) : nameOrFile;
        var runs = RunCollection.Latest(outFolder, name);
        // Runs outlive their spec: then their report has no verdicts, and says so.
        var isDeclared = isFile ? File.Exists(nameOrFile) : host.Experiments.Declared.Any(e => e.Name == name);
        var experiment = isDeclared ? ExperimentLookup.Open(host, nameOrFile) : null;
        return ExperimentReport.Write(
            outFolder,
            name,
            experiment?.Description ?? "",
            experiment is null ? runs : Sorted(runs, experiment),
            experiment is null ? null : ExpectReader.Parse(experiment.Expect),
            Command(nameOrFile, [], outFolder));
    }

    /// <summary>The command that trains an experiment again.</summary>
    /// <param name="nameOrFile">The experiment.</param>
    /// <param name="arguments">Overrides and options.</param>
    /// <param name="outFolder">The output folder.</param>
    public static string Command(string nameOrFile, IEnumerable<string> arguments, string outFolder) =>
        Shell.Command(["unfold", "run", nameOrFile, .. arguments, .. outFolder == Commands.CommonOptions.DefaultOutFolder ? Array.Empty<string>() : ["--out", outFolder], "--force"]);

    private static List<StoredRun> Sorted(IEnumerable<StoredRun> runs, Experiment experiment)
    {
        var order = experiment.Cells.Select(c => c.Name).ToList();
        return [.. runs.OrderBy(r => order.IndexOf(r.Result.Name) is >= 0 and var at ? at : int.MaxValue).ThenBy(r => r.Result.Seed)];
    }
}
