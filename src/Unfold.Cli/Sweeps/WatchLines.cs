using Unfold.Cli.Rendering;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What a watch sees, in lines: only what has changed.</summary>
/// <param name="writer">Where to.</param>
/// <param name="sweep">The sweep.</param>
/// <param name="elements">The elements of its arrays.</param>
internal sealed class WatchLines(TextWriter writer, SweepFolder sweep, JobElements elements)
{
    private readonly HashSet<int> _givenUp = [];
    private string _counts = "";
    private string? _warning;

    /// <returns>Whether anything had changed.</returns>
    public bool Write(WatchReport report)
    {
        foreach (var cell in report.Resubmitted)
            writer.WriteLine($"lost, submitted again: {CellRun.Label(cell)}{Note(report, report.Standings[cell.Index])}");
        foreach (var cell in report.Released)
            writer.WriteLine($"Slurm could not start it and held it, released: {CellRun.Label(cell)}");
        foreach (var cell in report.GivenUp.Where(c => _givenUp.Add(c.Cell.Index)))
            writer.WriteLine($"given up: {CellRun.Label(cell.Cell)}: {cell.Reason}{Note(report, cell.Standing)} ('unfold sweep retry' submits it again)");
        Warn(report.Warning);
        var counts = SweepCounts.Of(report.Standings);
        if (counts == _counts)
            return report.Resubmitted.Count + report.Released.Count > 0;
        writer.WriteLine(_counts = counts);
        return true;
    }

    /// <summary>Says what is worth a word, once.</summary>
    public void Warn(string? warning)
    {
        if (warning is not null && warning != _warning)
            writer.WriteLine($"warning: {warning}");
        _warning = warning;
    }

    private string Note(WatchReport report, CellStanding cell) => JobNote.Of(sweep, elements, cell, report.Queue) is { } note ? $"; {note}" : "";
}
