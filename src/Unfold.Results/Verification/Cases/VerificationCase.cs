namespace Unfold.Results;

/// <summary>One thing that was verified, as test runners show it: a run with all its metrics, an expected figure, or a claim.</summary>
/// <param name="Name">What: unique within its experiment.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why it did not pass, in a line; null where it did.</param>
/// <param name="Details">More lines; empty where the message says all.</param>
public sealed record VerificationCase(string Name, CaseOutcome Outcome, string? Message = null, string Details = "")
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Message ?? "as expected"}{(Details.Length == 0 ? "" : $"\n  {Details.ReplaceLineEndings("\n  ")}")}";
}
