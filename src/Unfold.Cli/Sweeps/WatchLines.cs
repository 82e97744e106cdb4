using Unfold.Cli.Rendering;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>What a watch sees, in lines: only what has changed.</summary>
internal sealed class WatchLines(TextWriter writer)
{
    private readonly HashSet<int> _givenUp = [];
    private string _counts = "";
    private string? _warning;

    /// <returns>Whether anything had changed.</returns>
    public bool Write(WatchReport report)
    {
        foreach (var cell in report.Resubmitted)
            writer.WriteLine($"lost, submitted again: {CellRun.Label(cell)}");
        foreach (var cell in report.GivenUp.Where(c => _givenUp.Add(c.Cell.Index)))
            writer.WriteLine($"given up: {CellRun.Label(cell.Cell)}: {cell.Error ?? "lost too often"} ('unfold sweep retry' submits it again)");
        if (report.Warning is { } warning && warning != _warning)
            writer.WriteLine($"warning: {warning}");
        _warning = report.Warning;
        var counts = SweepCounts.Of(report.Standings);
        if (counts == _counts)
            return report.Resubmitted.Count > 0;
        writer.WriteLine(_counts = counts);
        return true;
    }
}
