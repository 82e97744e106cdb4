using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The report of an experiment: report.html and report.md beside its runs.</summary>
public static class ExperimentReport
{
    /// <summary>Writes both files.</summary>
    /// <param name="outFolder">The output folder that holds the runs.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="runs">Its runs, in the order in which the report shows them.</param>
    /// <returns>The path of report.html.</returns>
    /// <exception cref="ResultsException">UFR001 or UFR002: the folder cannot be written.</exception>
    public static string Write(string outFolder, string experiment, string description, IReadOnlyList<StoredRun> runs)
    {
        var folder = Path.GetFullPath(Path.Combine(outFolder, experiment));
        var page = Path.Combine(folder, "report.html");
        AtomicFile.Write(Path.Combine(folder, "report.md"), MarkdownPage.Write(experiment, description, runs));
        AtomicFile.Write(page, HtmlPage.Write(experiment, description, runs));
        return page;
    }
}
