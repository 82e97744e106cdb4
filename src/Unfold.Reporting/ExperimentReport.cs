using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Reporting;

/// <summary>The report of an experiment beside its runs: report.html, and its tables as report.md, report.tex and report.csv.</summary>
public static class ExperimentReport
{
    /// <summary>Writes the files.</summary>
    /// <param name="outFolder">The output folder that holds the runs.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="runs">Its runs, in the order in which the report shows them.</param>
    /// <param name="expect">What it expects, whose claims get their verdicts; null where it is declared no more.</param>
    /// <param name="command">The command that repeats the runs; null for that of the whole experiment.</param>
    /// <param name="context">What else is known of the experiment.</param>
    /// <param name="stop">Stops it between two sections, before anything is written.</param>
    /// <returns>The path of report.html.</returns>
    /// <exception cref="ResultsException">UFR001 or UFR002: the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static string Write(string outFolder, string experiment, string description, IReadOnlyList<StoredRun> runs, Expectations? expect = null, string? command = null, ReportContext? context = null, CancellationToken stop = default)
    {
        var folder = Path.GetFullPath(context?.Folder ?? Path.Combine(outFolder, experiment));
        var source = new ReportSource(experiment, description, runs, expect, command ?? Shell.Command(["unfold", "run", experiment, "--force"]), context);
        var page = Path.Combine(folder, "report.html");
        // All of it before any file: one that is stopped leaves the report before it as it was.
        (string Path, Func<string> Content)[] files =
        [
            (Path.Combine(folder, "report.md"), () => MarkdownPage.Write(source)),
            (Path.Combine(folder, "report.tex"), () => LatexPage.Write(source)),
            (Path.Combine(folder, "report.csv"), () => TableFiles.Runs(runs)),
            (page, () => HtmlPage.Write(source, stop)),
        ];
        List<(string Path, string Content)> written = [];
        foreach (var (path, content) in files)
        {
            stop.ThrowIfCancellationRequested();
            written.Add((path, content()));
        }

        foreach (var (path, content) in written)
            AtomicFile.Write(path, content);
        return page;
    }
}
