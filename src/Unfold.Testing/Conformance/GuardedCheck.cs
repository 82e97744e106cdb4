using TorchSharp;

namespace Unfold.Testing;

/// <summary>Makes a check of somebody's component, whatever it throws.</summary>
internal static class GuardedCheck
{
    private const int LongestMessage = 300;

    /// <summary>
    /// Makes it within a scope that ends with it. An error for people (<see cref="UnfoldException"/>) is a refusal of what the check offers, and skips it;
    /// any other exception is a failure.
    /// </summary>
    /// <param name="check">What is checked.</param>
    /// <param name="run">Checks it.</param>
    public static CheckResult Run(string check, Func<CheckResult> run)
    {
        try
        {
            using var scope = torch.NewDisposeScope();
            return run();
        }
        catch (UnfoldException refusal)
        {
            return CheckResult.Skipped(check, $"refused: {Refusal(refusal)}") with { IsRefused = true, Thrown = refusal };
        }
        catch (Exception thrown)
        {
            return new CheckResult(check, CheckOutcome.Failed, $"threw {Describe(thrown)}") with { Thrown = thrown };
        }
    }

    /// <summary>An error for people: its code, what is wrong, and how to mend it.</summary>
    public static string Refusal(UnfoldException refusal) => $"{refusal.Code}: {FirstLine(refusal.Message)}; {refusal.Mend}";

    /// <summary>Any other: its type, what it says, and where in the component's code it came from. Exceptions of torch bring a stack trace of C++ with them.</summary>
    public static string Describe(Exception thrown) => $"{thrown.GetType().Name}: {FirstLine(thrown.Message)}{(FaultyCode.Of(thrown) is { } place ? $" (in {place})" : "")}";

    private static string FirstLine(string message)
    {
        var line = message.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length <= LongestMessage ? line.ToString() : $"{line[..LongestMessage]}…";
    }
}
