namespace Unfold.Sweeps;

/// <summary>Where a cell stands; written in lower case.</summary>
public enum CellState
{
    /// <summary>Nothing was begun.</summary>
    Waiting,

    /// <summary>The scheduler has it, and will start it.</summary>
    Queued,

    /// <summary>A process works on it.</summary>
    Running,

    /// <summary>Stopped on request; it goes on from its checkpoint.</summary>
    Interrupted,

    /// <summary>Its process was killed; it goes on from its checkpoint.</summary>
    Lost,

    /// <summary>An error ended it.</summary>
    Failed,

    /// <summary>Its files cannot be read.</summary>
    Damaged,

    /// <summary>Successive halving ended it before its last epoch.</summary>
    Halved,

    /// <summary>Finished: its loss or a parameter is no longer finite.</summary>
    Diverged,

    /// <summary>Finished.</summary>
    Completed,
}
