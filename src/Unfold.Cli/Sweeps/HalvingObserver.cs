using Unfold.Engine.Training;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>Stops a cell that successive halving does not let go on: at a rung its metric is recorded and judged, and a stop is a request to stop like any other.</summary>
internal sealed class HalvingObserver : ITrainingObserver, IDisposable
{
    private readonly HalvingJudge _judge;
    private readonly SweepCell _cell;
    private readonly CancellationTokenSource _stop;
    private ITrainingObserver? _inner;
    private IReadOnlyList<int> _rungs = [];

    /// <param name="judge">The judge.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="cancellation">Requests to stop from elsewhere.</param>
    public HalvingObserver(HalvingJudge judge, SweepCell cell, CancellationToken cancellation) =>
        (_judge, _cell, _stop) = (judge, cell, CancellationTokenSource.CreateLinkedTokenSource(cancellation));

    /// <summary>Set when the cell is to stop, for whichever reason.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What ended the cell, or null.</summary>
    public RungRecord? Stop { get; private set; }

    /// <summary>Tells another observer too.</summary>
    public HalvingObserver Around(ITrainingObserver inner)
    {
        _inner = inner;
        return this;
    }

    /// <summary>Before training.</summary>
    /// <param name="epochs">The epochs of the whole run.</param>
    public void Begin(int epochs) => _rungs = _judge.Halving.Rungs(epochs);

    public void Progress(TrainingProgress progress) => _inner?.Progress(progress);

    public void EpochEnded(EpochRecord record)
    {
        _inner?.EpochEnded(record);
        if (!_rungs.Contains(record.Epoch))
            return;
        if (!record.Metrics.TryGetValue(_judge.Halving.Metric, out var value))
            throw new UnfoldException("UFS033", $"successive halving compares {_judge.Halving.Metric}, and the run has none after epoch {record.Epoch}", "name a metric that runs of this data set have (validation.nmse_db where signals have no range), and keep a validation split");
        var decided = _judge.At(_cell.Index, record.Epoch, value);
        if (decided.GoesOn)
            return;
        Stop = decided;
        _stop.Cancel();
    }

    public void Dispose() => _stop.Dispose();
}
