using Newtonsoft.Json;

namespace Unfold.Results;

/// <summary>Where a run stands; written in lower case.</summary>
[JsonConverter(typeof(RunStatusConverter))]
public enum RunStatus
{
    /// <summary>A process works on it, or was killed while it did: the lock tells which.</summary>
    Running,

    /// <summary>Finished.</summary>
    Completed,

    /// <summary>Finished too: its loss or a parameter is no longer finite. Never repeated without being asked.</summary>
    Diverged,

    /// <summary>An error ended it; it goes on from its checkpoint, where it has one.</summary>
    Failed,

    /// <summary>Stopped on request; it goes on from its checkpoint.</summary>
    Interrupted,
}
