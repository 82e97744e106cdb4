namespace Unfold.Sweeps;

/// <summary>What a cell had at a rung.</summary>
/// <param name="Cell">The cell's index in the sweep.</param>
/// <param name="Value">The metric's value; it need not be finite.</param>
public sealed record RungValue(int Cell, double Value);
