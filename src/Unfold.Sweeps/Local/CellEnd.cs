namespace Unfold.Sweeps;

/// <summary>How a cell's process ended.</summary>
public enum CellEnd
{
    /// <summary>The cell has come to its end.</summary>
    Done,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was stopped on request, with its state saved.</summary>
    Stopped,

    /// <summary>Another process works on the cell.</summary>
    Elsewhere,
}
