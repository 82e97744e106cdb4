namespace Unfold.Cli.Series;

/// <summary>A run of a command that has ended, well or not.</summary>
/// <param name="Key">What tells it from the other runs of its command.</param>
/// <param name="Folder">Its folder, or null where it could not even start.</param>
/// <param name="ExitCode">Its exit code.</param>
internal sealed record EndedRun(string Key, string? Folder, int ExitCode);
