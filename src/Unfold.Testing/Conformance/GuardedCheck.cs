using TorchSharp;

namespace Unfold.Testing;

/// <summary>Makes a check of somebody's component, whatever it throws.</summary>
internal static class GuardedCheck
{
    private const int LongestMessage = 300;
    private const string Refused = "refused: ";

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
            return CheckResult.Skipped(check, Refusal(refusal));
        }
        catch (Exception thrown)
        {
            return new CheckResult(check, CheckOutcome.Failed, Describe(thrown));
        }
    }

    /// <summary>Whether a check was skipped because the component refused what it was offered.</summary>
    public static bool IsRefusal(CheckResult result) => result.Outcome == CheckOutcome.Skipped && result.Message.StartsWith(Refused, StringComparison.Ordinal);

    private static string Refusal(UnfoldException refusal) => $"{Refused}{refusal.Code}: {FirstLine(refusal.Message)}; {refusal.Mend}";

    // Exceptions of torch bring a stack trace of C++ with them.
    private static string Describe(Exception thrown) => $"threw {thrown.GetType().Name}: {FirstLine(thrown.Message)}";

    private static string FirstLine(string message)
    {
        var line = message.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length <= LongestMessage ? line.ToString() : $"{line[..LongestMessage]}…";
    }
}
