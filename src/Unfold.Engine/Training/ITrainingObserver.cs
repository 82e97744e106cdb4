namespace Unfold.Engine.Training;

/// <summary>Told how training goes; must not change it.</summary>
public interface ITrainingObserver
{
    /// <summary>Steps done so far, at most a few times a second.</summary>
    void Progress(TrainingProgress progress);

    /// <summary>An epoch's figures; epoch 0 is the untrained network.</summary>
    void EpochEnded(EpochRecord record);
}
