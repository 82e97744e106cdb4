namespace Unfold.Sweeps;

/// <summary>A cell that is not submitted again unless somebody asks for it.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record GivenUpCell(CellStanding Standing, string Reason)
{
    /// <summary>The cell.</summary>
    public SweepCell Cell => Standing.Cell;
}
