namespace Unfold.Sweeps;

/// <summary>Runs the cells of a sweep on this machine, each in a process of its own. One's failure is not the others'.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="options">How.</param>
/// <param name="observer">Told how it goes.</param>
public sealed class ProcessPool(SweepFolder sweep, PoolOptions options, IPoolObserver observer)
{
    // EX_TEMPFAIL: stopped, with its state saved; and a lock that is another's.
    private const int Stopped = 75;
    private const int Cancelled = 130;
    private const int Terminated = 128 + 15;
    private const int Locked = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly List<CellProcess> _running = [];
    private readonly Dictionary<int, int> _stops = [];
    private readonly List<EndedCell> _ended = [];
    private bool _isStopping;

    /// <summary>Runs what is left of the sweep.</summary>
    /// <param name="standings">How all cells of the sweep stand.</param>
    /// <param name="cancellation">Asks the processes to save their state, and starts no more.</param>
    /// <returns>The cells whose processes ended, in the order of their ends; a cell that was begun again once, with its last.</returns>
    /// <exception cref="SweepException">UFS006: no process can be started.</exception>
    public IReadOnlyList<EndedCell> Run(IReadOnlyList<CellStanding> standings, CancellationToken cancellation)
    {
        var cells = new ReadyCells(standings);
        try
        {
            while (true)
            {
                if (cancellation.IsCancellationRequested)
                    Stop();
                while (!_isStopping && _running.Count < options.Jobs && cells.Take() is { } next)
                    Start(next);
                if (_running.Count == 0)
                    return _ended;
                Task.WaitAny([.. _running.Select(r => r.Ended)], (int)Interval.TotalMilliseconds, CancellationToken.None);
                foreach (var process in _running.Where(r => r.Ended.IsCompleted).ToList())
                    End(process, cells);
                observer.Tick();
            }
        }
        catch
        {
            Stop();
            throw;
        }
    }

    private void Start(SweepCell cell)
    {
        _running.Add(CellProcess.Start(sweep, cell, options));
        observer.Started(cell);
    }

    private void End(CellProcess process, ReadyCells cells)
    {
        _running.Remove(process);
        using (process)
        {
            var ended = Judge(process);
            if (ended.End == CellEnd.Stopped && !_isStopping && Count(ended.Cell) < options.MostStops)
            {
                cells.Return(ended.Cell);
                return;
            }

            if (ended.End is CellEnd.Done or CellEnd.Failed)
                cells.End(ended.Cell);
            _ended.Add(ended);
            observer.Ended(ended);
            if (options.FailFast && ended.End == CellEnd.Failed)
                Stop();
        }
    }

    // The run's folder says how it is; the exit code, what the folder cannot know.
    private EndedCell Judge(CellProcess process)
    {
        var standing = CellStandings.Of(sweep, [process.Cell])[0];
        var (end, error) = process.ExitCode switch
        {
            _ when standing.State is CellState.Completed or CellState.Halved => (CellEnd.Done, null),
            _ when standing.State is CellState.Diverged => (CellEnd.Failed, standing.Error),
            Stopped or Cancelled => (CellEnd.Stopped, null),
            // Before it listened.
            Terminated when _isStopping => (CellEnd.Stopped, null),
            Locked => (CellEnd.Elsewhere, Elsewhere(standing)),
            var code => (CellEnd.Failed, standing.Error ?? Death(code) ?? LogLine.OfError(sweep.LogOf(process.Cell), process.LogFrom) ?? $"its process ended with exit code {code}"),
        };
        return new EndedCell(process.Cell, end, process.ExitCode, process.Elapsed, standing, error);
    }

    private static string Elsewhere(CellStanding standing) => standing.Run?.Owner is { } owner ? $"process {owner.Pid} on {owner.Host} works on it" : "another process works on it";

    private static string? Death(int code) => code is > 128 and < 160 ? $"its process was killed by signal {code - 128}; the same command goes on from its checkpoint" : null;

    private int Count(SweepCell cell) => _stops[cell.Index] = _stops.GetValueOrDefault(cell.Index) + 1;

    private void Stop()
    {
        if (_isStopping)
            return;
        _isStopping = true;
        foreach (var process in _running)
            process.Stop();
    }
}
