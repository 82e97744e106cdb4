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
    /// <returns>The path of report.html.</returns>
    /// <exception cref="ResultsException">UFR001 or UFR002: the folder cannot be written.</exception>
    public static string Write(string outFolder, string experiment, string description, IReadOnlyList<StoredRun> runs, Expectations? expect = null, string? command = null, ReportContext? context = null)
    {
        var folder = Path.GetFullPath(Path.Combine(outFolder, experiment));
        var source = new ReportSource(experiment, description, runs, expect, command ?? Shell.Command(["unfold", "run", experiment, "--force"]), context);
        var page = Path.Combine(folder, "report.html");
        AtomicFile.Write(Path.Combine(folder, "report.md"), MarkdownPage.Write(source));
        AtomicFile.Write(Path.Combine(folder, "report.tex"), LatexPage.Write(source));
        AtomicFile.Write(Path.Combine(folder, "report.csv"), TableFiles.Runs(runs));
        AtomicFile.Write(page, HtmlPage.Write(source));
        return page;
    }
}
