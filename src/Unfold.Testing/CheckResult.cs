namespace Unfold.Testing;

/// <summary>What a check found. Usable from any test framework: assert <see cref="Passed"/> with <see cref="Message"/>.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">What was measured and what is allowed; why, where it was skipped.</param>
public sealed record CheckResult(string Check, CheckOutcome Outcome, string Message)
{
    /// <summary>What a check that was made found.</summary>
    /// <param name="check">What was checked.</param>
    /// <param name="passed">Whether it holds.</param>
    /// <param name="message">What was measured and what is allowed.</param>
    public CheckResult(string check, bool passed, string message)
        : this(check, passed ? CheckOutcome.Passed : CheckOutcome.Failed, message)
    {
    }

    /// <summary>Whether the component refused what it was offered, with an error for people.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether the message is for a person to judge: nothing promises that it be otherwise.</summary>
    public bool IsTold { get; init; }

    /// <summary>The exception behind it, or null.</summary>
    public Exception? Thrown { get; init; }

    /// <summary>Whether it holds. False for a check that was skipped, too.</summary>
    public bool Passed => Outcome == CheckOutcome.Passed;

    /// <summary>Whether it does not hold. False for a check that was skipped, too.</summary>
    public bool Failed => Outcome == CheckOutcome.Failed;

    /// <inheritdoc/>
    public override string ToString() => $"{Word(Outcome)} {Check}: {Message}";

    /// <summary>An outcome as lists show it.</summary>
    public static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "ok",
        CheckOutcome.Failed => "FAILED",
        _ => "skipped",
    };

    /// <summary>A check that was not made.</summary>
    /// <param name="check">What would have been checked.</param>
    /// <param name="why">Why not.</param>
    public static CheckResult Skipped(string check, string why) => new(check, CheckOutcome.Skipped, why);

    /// <summary>What was seen and is nobody's to promise.</summary>
    internal static CheckResult Told(string check, string what) => new(check, CheckOutcome.Passed, what) { IsTold = true };

    internal static CheckResult AtMost(string check, double measured, double allowed, string what) =>
        new(check, measured <= allowed, FormattableString.Invariant($"{what} {measured:g3}, allowed {allowed:g3}"));

    /// <summary>The same; where it fails, with a word on how to mend it.</summary>
    internal CheckResult OrMend(string mend) => Failed ? this with { Message = $"{Message}; {mend}" } : this;

    /// <summary>The same with more of the circumstances.</summary>
    internal CheckResult Within(string circumstances) => this with { Message = $"{Message} ({circumstances})" };
}
