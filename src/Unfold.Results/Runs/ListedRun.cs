namespace Unfold.Results;

/// <summary>A run in a list: what its small files say.</summary>
public sealed record ListedRun
{
    /// <summary>Its folder relative to the output folder, with slashes: what <c>unfold resume</c> takes.</summary>
    public required string Folder { get; init; }

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The cell, or else the variant.</summary>
    public required string Name { get; init; }

    /// <summary>The run's seed; null where neither its files nor its folder say.</summary>
    public int? Seed { get; init; }

    /// <summary>Where it stands.</summary>
    public required ListedState State { get; init; }

    /// <summary>Steps done; null where that was not recorded.</summary>
    public long? Step { get; init; }

    /// <summary>Steps of the whole run, where they are known.</summary>
    public long? Steps { get; init; }

    /// <summary>When it was heard of last, or ended, in UTC; null where that was not recorded.</summary>
    public DateTime? Seen { get; init; }

    /// <summary>How often it was started or gone on with; null where that was not recorded.</summary>
    public int? Attempts { get; init; }

    /// <summary>Mean PSNR of the test images in dB, of a run that has completed.</summary>
    public double? TestPsnr { get; init; }

    /// <summary>Mean squared error of the validation signals in pixel units, of a run that has completed: what cells are compared by, and chosen.</summary>
    public double? ValidationMse { get; init; }

    /// <summary>Who works on it; null where nobody does.</summary>
    public LockOwner? Owner { get; init; }

    /// <summary>What ended it, or which file is damaged and how.</summary>
    public string? Error { get; init; }

    /// <summary>Whether <c>unfold resume</c> or the command that started it goes on with it.</summary>
    public bool CanGoOn => State is ListedState.Lost or ListedState.Interrupted or ListedState.Failed;
}
