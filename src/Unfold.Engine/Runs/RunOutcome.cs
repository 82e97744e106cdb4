using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A run that has ended.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Result">Its results.json.</param>
/// <param name="WasThere">Whether it had been finished before, and was not repeated.</param>
/// <param name="FinishedAs">The other name that it was finished under, or null.</param>
public sealed record RunOutcome(string Folder, RunResult Result, bool WasThere, string? FinishedAs = null);
