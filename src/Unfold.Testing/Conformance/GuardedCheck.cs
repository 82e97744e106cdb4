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
            return CheckResult.Skipped(check, Refusal(refusal));
        }
        catch (Exception thrown)
        {
            return new CheckResult(check, CheckOutcome.Failed, Describe(thrown));
        }
    }

    /// <summary>An error for people, in one line.</summary>
    public static string Refusal(UnfoldException refusal) => $"refused: {refusal.Code}: {FirstLine(refusal.Message)}; {refusal.Mend}";

    /// <summary>An exception, in one line: those of torch bring a stack trace of C++ with them.</summary>
    public static string Describe(Exception thrown) => $"threw {thrown.GetType().Name}: {FirstLine(thrown.Message)}";

    private static string FirstLine(string message)
    {
        var line = message.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length <= LongestMessage ? line.ToString() : $"{line[..LongestMessage]}…";
    }
}
