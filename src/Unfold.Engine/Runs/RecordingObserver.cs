using System.Globalization;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>Writes every epoch to metrics.jsonl and passes it on.</summary>
internal sealed class RecordingObserver(RunDirectory directory, ITrainingObserver next) : ITrainingObserver
{
    private readonly List<MetricRecord> _records = [];

    /// <summary>What was written.</summary>
    public IReadOnlyList<MetricRecord> Records => _records;

    /// <summary>Steps of the last finished epoch.</summary>
    public long Step => _records.Count == 0 ? 0 : _records[^1].Step;

    public void Progress(TrainingProgress progress) => next.Progress(progress);

    public void EpochEnded(EpochRecord record)
    {
        var written = new MetricRecord(record.Step, record.Epoch, new SortedDictionary<string, double>(record.Metrics.ToDictionary(m => m.Key, m => m.Value), StringComparer.Ordinal));
        directory.Append(written);
        directory.Log($"epoch {record.Epoch}, step {record.Step}: {string.Join(", ", record.Metrics.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value:g5}")))}");
        _records.Add(written);
        next.EpochEnded(record);
    }
}
