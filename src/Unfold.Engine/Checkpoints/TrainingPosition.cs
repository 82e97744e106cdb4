using Unfold.Engine.Training;

namespace Unfold.Engine.Checkpoints;

/// <summary>
/// The numbers of a training between two steps. Random streams are not among them: every step draws from streams that are keyed by its epoch and number
/// (<see cref="Seeds.SeedStreams"/>), and so does the homotopy, by <see cref="Progress"/>. Nor is the stage of a training layer by layer, which follows from
/// <see cref="Step"/>.
/// </summary>
internal sealed record TrainingPosition
{
    /// <summary>Epochs finished and evaluated.</summary>
    public int Epoch { get; init; }

    /// <summary>Batches done of the epoch after.</summary>
    public long Batch { get; init; }

    /// <summary>Steps done.</summary>
    public long Step { get; init; }

    /// <summary>Share of all steps that is done, in [0, 1]: where a homotopy's continuation stands.</summary>
    public double Progress { get; init; }

    /// <summary>Whether epoch 0 has been told.</summary>
    public bool IsStarted { get; init; }

    /// <summary>Whether the network holds the reported parameters.</summary>
    public bool IsTrained { get; init; }

    /// <summary>Mean loss of the last finished epoch.</summary>
    public double EpochLoss { get; init; } = double.NaN;

    /// <summary>Test MSE before the first step; null where it is not taken yet.</summary>
    public double? UntrainedMse { get; init; }

    /// <summary>Test PSNR before the first step; null where it is not taken yet.</summary>
    public double? UntrainedPsnr { get; init; }

    /// <summary>Seconds spent in steps.</summary>
    public double TrainSeconds { get; init; }

    /// <summary>The epoch of the lowest validation MSE, from 1; 0 where there is none yet.</summary>
    public int BestEpoch { get; init; }

    /// <summary>That MSE.</summary>
    public double BestMse { get; init; } = double.PositiveInfinity;

    /// <summary>How steadily it trained so far; early stopping decides by its validation MSE.</summary>
    public required StabilityRecord Stability { get; init; }

    /// <summary>The parameters that have had a gradient: an optimizer passes over those that have had none.</summary>
    public IReadOnlyList<string> Graded { get; init; } = [];

    /// <summary>Length of metrics.jsonl in bytes.</summary>
    public long MetricsBytes { get; init; }
}
