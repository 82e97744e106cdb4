namespace Unfold.EndToEnd.Tests;

/// <summary>A command to call in the repository's root: a line of a block in sh.</summary>
/// <param name="Line">The line.</param>
public sealed record DocumentCommand(string Line) : DocumentStep;
