using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>A cell and how it stands.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Run">What its run's folder says, or null where there is none.</param>
/// <param name="Record">What there is to say beside it.</param>
public sealed record CellStanding(SweepCell Cell, CellState State, ListedRun? Run, CellRecord Record)
{
    /// <summary>What went wrong, in one line, or null.</summary>
    public string? Error => State is CellState.Failed or CellState.Diverged or CellState.Damaged ? CellRecord.FirstLine(Run?.Error) ?? Record.Error : null;

    /// <summary>Whether nothing is left to do: running it again would end alike.</summary>
    public bool HasEnded => State is CellState.Completed or CellState.Diverged or CellState.Halved;
}
