namespace Unfold.Testing;

/// <summary>What a check found. Usable from any test framework: assert <see cref="Passed"/> with <see cref="Message"/>.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Message">What was measured and what is allowed.</param>
public sealed record CheckResult(string Check, bool Passed, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Passed ? "ok" : "FAILED")} {Check}: {Message}";

    internal static CheckResult AtMost(string check, double measured, double allowed, string what) =>
        new(check, measured <= allowed, FormattableString.Invariant($"{what} {measured:g3}, allowed {allowed:g3}"));
}
