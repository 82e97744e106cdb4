using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>
/// Beside the thread that trains: says every 30 seconds that the run lives, notices when its folder was taken over, and when nothing has been
/// finished for too long.
/// </summary>
internal sealed class RunHeart : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly RunDirectory _directory;
    private readonly TrainingActivity _activity;
    private readonly TimeSpan? _patience;
    private readonly Action? _stalled;
    private readonly CancellationTokenSource _lost = new();
    private readonly Lock _beating = new();
    private readonly Timer _timer;
    private Func<RunState>? _status;
    private bool _isOver;

    /// <param name="directory">The run's folder.</param>
    /// <param name="activity">What it is at.</param>
    /// <param name="stallMinutes">How long nothing may be finished, or 0 for ever.</param>
    /// <param name="stalled">Called when it took longer; null where nobody can do anything about it.</param>
    public RunHeart(RunDirectory directory, TrainingActivity activity, double stallMinutes, Action? stalled)
    {
        (_directory, _activity, _stalled) = (directory, activity, stalled);
        _patience = stalled is not null && stallMinutes > 0 ? TimeSpan.FromMinutes(stallMinutes) : null;
        var period = _patience / 4 is { } often && often < Period ? often : Period;
        _timer = new Timer(_ => Beat(), null, period, period);
    }

    /// <summary>Set when the folder belongs to another process.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>From now on status.json is written too.</summary>
    public void Begin(Func<RunState> status)
    {
        lock (_beating)
            _status = status;
        _directory.Write(RunFiles.Status, status());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_beating)
            _isOver = true;
        _timer.Dispose();
        _lost.Dispose();
    }

    private void Beat()
    {
        // A beat that is late is not made up for.
        if (!_beating.TryEnter())
            return;
        try
        {
            if (_isOver)
                return;
            if (!_directory.Beat())
                _lost.Cancel();
            else if (_patience is { } most && _activity.Idle > most)
                _stalled!();
            else if (_status is { } status)
                _directory.Write(RunFiles.Status, status());
        }
        catch (ResultsException)
        {
            // What cannot be written now, such as on a full disk, the run itself will fail to write, and say so.
        }
        finally
        {
            _beating.Exit();
        }
    }
}
