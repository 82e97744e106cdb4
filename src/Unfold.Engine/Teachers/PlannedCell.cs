namespace Unfold.Engine.Teachers;

/// <summary>A cell to train.</summary>
/// <param name="Cell">The cell, with the seeds to train it for.</param>
/// <param name="IsAsked">Whether it was asked for; else others learn from it.</param>
public sealed record PlannedCell(ExperimentCell Cell, bool IsAsked);
