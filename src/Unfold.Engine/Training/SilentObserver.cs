namespace Unfold.Engine.Training;

/// <summary>Says nothing.</summary>
public sealed class SilentObserver : ITrainingObserver
{
    private SilentObserver()
    {
    }

    /// <summary>The only one.</summary>
    public static SilentObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Progress(TrainingProgress progress)
    {
    }

    /// <inheritdoc/>
    public void EpochEnded(EpochRecord record)
    {
    }
}
