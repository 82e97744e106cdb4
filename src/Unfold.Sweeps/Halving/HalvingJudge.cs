using Unfold.Specs;

namespace Unfold.Sweeps;

/// <summary>Judges the runs of a sweep at their rungs, once each: what was decided is recorded before it is obeyed, and obeyed ever after.</summary>
public sealed class HalvingJudge
{
    private readonly RungStore _store;
    private readonly RungStore? _repeated;
    private readonly string? _repeatFrom;
    private readonly Halving _halving;
    private readonly IReadOnlySet<int>? _peers;

    /// <summary>A judge of some cells of a sweep.</summary>
    /// <param name="sweepFolder">The sweep's folder.</param>
    /// <param name="halving">What its spec says.</param>
    /// <param name="peers">The cells that are compared with each other, such as those of one variant; null for all that have come to the rung.</param>
    /// <param name="repeatFrom">The folder of a sweep of the same cells whose decisions are repeated; null where they are made.</param>
    public HalvingJudge(string sweepFolder, Halving halving, IReadOnlySet<int>? peers = null, string? repeatFrom = null)
    {
        ArgumentNullException.ThrowIfNull(halving);
        _store = new RungStore(sweepFolder);
        _repeated = repeatFrom is null ? null : new RungStore(repeatFrom);
        _repeatFrom = repeatFrom;
        _halving = halving;
        _peers = peers;
    }

    /// <summary>What the spec says.</summary>
    public Halving Halving => _halving;

    /// <summary>The epoch at which a cell was stopped, or null. A process that was killed between the record and its end learns it here.</summary>
    /// <exception cref="SweepException">UFS030.</exception>
    public int? StoppedAt(int cell) => Stop(_store.Of(cell))?.Epoch;

    /// <summary>What is decided about a cell at a rung: what was recorded already, what the sweep to repeat has, or what the values that are there now say.</summary>
    /// <param name="cell">The cell's index.</param>
    /// <param name="epoch">The epochs that it has trained.</param>
    /// <param name="value">The value of the metric.</param>
    /// <returns>The record; of an earlier rung where the cell was stopped there.</returns>
    /// <exception cref="SweepException">UFS030, UFS031 or UFS032.</exception>
    /// <exception cref="Unfold.Results.ResultsException">The record cannot be written.</exception>
    public RungRecord At(int cell, int epoch, double value)
    {
        if (!_halving.Rungs(epoch + 1).Contains(epoch))
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"a rung is {_halving.From}·{_halving.Factor}^k");
        var own = _store.Of(cell);
        if (Stop(own) is { } stop && stop.Epoch <= epoch)
            return stop;
        if (own.FirstOrDefault(r => r.Epoch == epoch) is { } known)
            return OfThisMetric(known);
        var record = _repeated is null ? Decide(cell, epoch, value) : Repeat(cell, epoch, value);
        _store.Add(record);
        return record;
    }

    private static RungRecord? Stop(IEnumerable<RungRecord> records) => records.FirstOrDefault(r => !r.GoesOn);

    private RungRecord Decide(int cell, int epoch, double value)
    {
        var others = _store.At(epoch, _halving.Metric).Where(v => v.Cell != cell && _peers?.Contains(v.Cell) != false).ToList();
        var goesOn = HalvingDecision.GoesOn(new RungValue(cell, value), others, ExpectableMetrics.DirectionOf(_halving.Metric), _halving.Factor);
        return new RungRecord { Cell = cell, Epoch = epoch, Metric = _halving.Metric, Value = value, GoesOn = goesOn, Compared = others };
    }

    // The value is this run's own: on another machine it may differ in its last digits, and the decision must not.
    private RungRecord Repeat(int cell, int epoch, double value) => _repeated!.Of(cell).FirstOrDefault(r => r.Epoch == epoch) is { } first
        ? OfThisMetric(first) with { Value = value, IsRepeated = true }
        : throw new SweepException("UFS032", $"{_repeatFrom} has no decision about cell {cell} at epoch {epoch} to repeat", "repeat a sweep that was carried out to its end, with the same cells and rungs");

    private RungRecord OfThisMetric(RungRecord record) => record.Metric == _halving.Metric ? record : throw new SweepException(
        "UFS031", $"cell {record.Cell} was judged by {record.Metric} at epoch {record.Epoch}, and this sweep asks for {_halving.Metric}", "expand the sweep anew: decisions by one metric say nothing about another");
}
