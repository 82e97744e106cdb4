using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>Writes every epoch to metrics.jsonl and passes it on.</summary>
internal sealed class RecordingObserver(RunDirectory directory, ITrainingObserver next) : ITrainingObserver
{
    /// <summary>Steps of the last finished epoch.</summary>
    public long Step { get; private set; }

    public void Progress(TrainingProgress progress) => next.Progress(progress);

    public void EpochEnded(EpochRecord record)
    {
        Step = record.Step;
        directory.Append(new MetricRecord(record.Step, record.Epoch, new SortedDictionary<string, double>(record.Metrics.ToDictionary(m => m.Key, m => m.Value), StringComparer.Ordinal)));
        next.EpochEnded(record);
    }
}
