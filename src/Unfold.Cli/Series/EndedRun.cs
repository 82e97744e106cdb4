namespace Unfold.Cli.Series;

/// <summary>A run of a command that has ended, well or not.</summary>
/// <param name="Label">What the command calls it.</param>
/// <param name="Folder">Its folder, or null where it could not even start.</param>
/// <param name="ExitCode">Its exit code.</param>
internal sealed record EndedRun(string Label, string? Folder, int ExitCode);
