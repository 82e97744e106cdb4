namespace Unfold.Reliability.Tests;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and the signal's number where a signal ended it.</param>
/// <param name="Said">Both streams.</param>
internal sealed record ProcessEnd(int ExitCode, string Said);
