namespace Unfold;

/// <summary>Everything that determines a run. Its canonical JSON, defaults included, is the run's identity.</summary>
public sealed record TrainingSpec
{
    /// <summary>The root of every random stream of the run.</summary>
    public int Seed { get; init; }

    /// <summary>The signals.</summary>
    public required IDataset Dataset { get; init; }

    /// <summary>How they are measured.</summary>
    public required IMeasurement Measurement { get; init; }

    /// <summary>The network.</summary>
    public required IArchitecture Architecture { get; init; }

    /// <summary>The continuation around it.</summary>
    public required IContinuation Continuation { get; init; }

    /// <summary>The training loss.</summary>
    public required ILoss Loss { get; init; }

    /// <summary>How it is trained.</summary>
    public required TrainingOptions Training { get; init; }
}
