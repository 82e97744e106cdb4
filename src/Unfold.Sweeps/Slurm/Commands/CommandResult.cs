namespace Unfold.Sweeps;

/// <summary>What a command left.</summary>
/// <param name="ExitCode">Its exit code; -1 where it was stopped or could not be started.</param>
/// <param name="Out">What it wrote.</param>
/// <param name="Error">What it complained of.</param>
/// <param name="TimedOut">Whether it was stopped, since it did not answer in time.</param>
public sealed record CommandResult(int ExitCode, string Out, string Error, bool TimedOut)
{
    private static readonly string[] LostAnswers = ["timed out", "Unable to contact slurm controller", "Zero Bytes were transmitted", "Connection reset", "Unexpected message received"];

    /// <summary>Whether it did what it should.</summary>
    public bool IsGood => ExitCode == 0 && !TimedOut;

    /// <summary>Whether the controller was not reached, or its answer was lost: it may have done it all the same.</summary>
    public bool IsLost => TimedOut || (ExitCode != 0 && LostAnswers.Any(l => Error.Contains(l, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What went wrong, in the command's words.</summary>
    public string Complaint => Error.Trim() is { Length: > 0 } error ? error : Out.Trim() is { Length: > 0 } output ? output : $"exit code {ExitCode}";
}
