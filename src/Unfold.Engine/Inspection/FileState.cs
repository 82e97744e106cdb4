namespace Unfold.Engine.Inspection;

/// <summary>How a file of a run was found; written in lower case.</summary>
public enum FileState
{
    /// <summary>As it was written, as far as it can be told.</summary>
    Ok,

    /// <summary>Something to know, and no damage.</summary>
    Note,

    /// <summary>Missing, or not as it was written.</summary>
    Damaged,
}
