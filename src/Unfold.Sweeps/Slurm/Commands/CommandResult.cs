namespace Unfold.Sweeps;

/// <summary>What a command left.</summary>
/// <param name="ExitCode">Its exit code; -1 where it was stopped or could not be started.</param>
/// <param name="Out">What it wrote.</param>
/// <param name="Error">What it complained of.</param>
/// <param name="TimedOut">Whether it was stopped, since it did not answer in time.</param>
public sealed record CommandResult(int ExitCode, string Out, string Error, bool TimedOut)
{
    /// <summary>Whether it did what it should.</summary>
    public bool IsGood => ExitCode == 0 && !TimedOut;

    /// <summary>What went wrong, in the command's words.</summary>
    public string Complaint => Error.Trim() is { Length: > 0 } error ? error : Out.Trim() is { Length: > 0 } output ? output : $"exit code {ExitCode}";
}
