namespace Unfold.Results;

/// <summary>Where a run stands, as its folder and its lock say together; written in lower case.</summary>
public enum ListedState
{
    /// <summary>A process works on it.</summary>
    Running,

    /// <summary>It says that it is running, and nobody works on it: its process was killed. It goes on from its checkpoint.</summary>
    Lost,

    /// <summary>Stopped on request; it goes on from its checkpoint.</summary>
    Interrupted,

    /// <summary>An error ended it; it goes on from its checkpoint.</summary>
    Failed,

    /// <summary>Finished.</summary>
    Completed,

    /// <summary>Finished too: its loss or a parameter is no longer finite.</summary>
    Diverged,

    /// <summary>Its files do not say: one of them cannot be read.</summary>
    Damaged,
}
