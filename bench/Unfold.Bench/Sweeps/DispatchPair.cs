namespace Unfold.Bench;

/// <summary>Cells in a process each, and the same in one process at the same time.</summary>
/// <param name="Way">How the former were started.</param>
/// <param name="Variant">Which cells.</param>
/// <param name="Bare">Those in one process.</param>
/// <param name="Own">Those in a process each.</param>
internal sealed record DispatchPair(string Way, string Variant, DispatchTimes Bare, DispatchTimes Own);
