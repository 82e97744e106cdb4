using System.Globalization;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>Writes every epoch to metrics.jsonl and passes it on.</summary>
/// <param name="directory">The run's folder.</param>
/// <param name="next">Told too.</param>
internal sealed class RecordingObserver(RunDirectory directory, ITrainingObserver next) : ITrainingObserver
{
    public void Progress(TrainingProgress progress) => next.Progress(progress);

    public void EpochEnded(EpochRecord record)
    {
        directory.Append(new MetricRecord(record.Step, record.Epoch, new SortedDictionary<string, double>(record.Metrics.ToDictionary(m => m.Key, m => m.Value), StringComparer.Ordinal)));
        directory.Log($"epoch {record.Epoch}, step {record.Step}: {string.Join(", ", record.Metrics.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value:g5}")))}");
        next.EpochEnded(record);
    }
}
