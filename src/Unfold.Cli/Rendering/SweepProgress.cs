using System.Diagnostics;
using Unfold.Sweeps;

namespace Unfold.Cli.Rendering;

/// <summary>What a display of a sweep that runs on this machine knows.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="before">How its cells stood when it began.</param>
/// <param name="jobs">Processes at a time.</param>
internal sealed class SweepProgress(SweepFolder sweep, IReadOnlyList<CellStanding> before, int jobs)
{
    private readonly CellStanding[] _standings = [.. before];
    private readonly Dictionary<int, (SweepCell Cell, long Since)> _running = [];
    private (TimeSpan Sum, int Count) _took;

    /// <summary>How the cells stand, as far as was looked.</summary>
    public IReadOnlyList<CellStanding> Standings => _standings;

    /// <summary>The cells that run here, in the order of their starts, with the time since.</summary>
    public IReadOnlyList<(CellStanding Standing, TimeSpan Elapsed)> Running => [.. _running.Values.OrderBy(r => r.Since).Select(r => (_standings[r.Cell.Index], Stopwatch.GetElapsedTime(r.Since)))];

    /// <summary>How many cells there are, and how many have ended.</summary>
    public (int Ended, int All) Count => (_standings.Count(s => s.HasEnded || s.State == CellState.Failed), _standings.Length);

    /// <summary>The time that is left at the pace of the cells so far; null before the first has ended.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (_took.Count == 0)
                return null;
            var mean = _took.Sum / _took.Count;
            var running = Running.Aggregate(TimeSpan.Zero, (sum, r) => sum + (mean > r.Elapsed ? mean - r.Elapsed : TimeSpan.Zero));
            return ((mean * (Count.All - Count.Ended - _running.Count)) + running) / jobs;
        }
    }

    public void Start(SweepCell cell)
    {
        _running[cell.Index] = (cell, Stopwatch.GetTimestamp());
        _standings[cell.Index] = _standings[cell.Index] with { State = CellState.Running };
    }

    public void End(EndedCell ended)
    {
        _running.Remove(ended.Cell.Index);
        _standings[ended.Cell.Index] = ended.End == CellEnd.Failed && !ended.Standing.HasEnded ? ended.Standing with { State = CellState.Failed } : ended.Standing;
        if (ended.End is CellEnd.Done)
            _took = (_took.Sum + ended.Elapsed, _took.Count + 1);
    }

    /// <summary>Looks how those that run here get on.</summary>
    public void Look()
    {
        foreach (var standing in CellStandings.Of(sweep, [.. _running.Values.Select(r => r.Cell)]))
            _standings[standing.Cell.Index] = standing with { State = CellState.Running };
    }
}
