using Unfold.Engine.Training;

namespace Unfold.Engine.Tests;

/// <summary>Remembers what it was told.</summary>
internal sealed class Quiet : ITrainingObserver
{
    public List<EpochRecord> Epochs { get; } = [];

    public Action<EpochRecord>? AfterEpoch { get; init; }

    public void Progress(TrainingProgress progress)
    {
    }

    public void EpochEnded(EpochRecord record)
    {
        Epochs.Add(record);
        AfterEpoch?.Invoke(record);
    }
}
