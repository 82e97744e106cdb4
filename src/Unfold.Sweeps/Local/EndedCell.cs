namespace Unfold.Sweeps;

/// <summary>A cell whose process has ended.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="End">How.</param>
/// <param name="ExitCode">The process's exit code; 128 and the signal for one that was killed.</param>
/// <param name="Elapsed">How long the process took.</param>
/// <param name="Standing">How the cell stands now.</param>
/// <param name="Error">What went wrong, in one line, or null.</param>
public sealed record EndedCell(SweepCell Cell, CellEnd End, int ExitCode, TimeSpan Elapsed, CellStanding Standing, string? Error);
