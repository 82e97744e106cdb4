namespace Unfold.Reliability.Tests;

/// <summary>What the scenarios say: on the screen while they run, and at their end as rows of a table in the file that <c>UNFOLD_CHAOS_REPORT</c> names.</summary>
internal static class ChaosReport
{
    private static readonly string? File = Environment.GetEnvironmentVariable("UNFOLD_CHAOS_REPORT");

    /// <summary>How far a scenario is.</summary>
    public static void Progress(string text)
    {
        if (ChaosSize.IsFull)
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {text}");
    }

    /// <summary>Fails with all that went wrong.</summary>
    public static void RequireNone(IEnumerable<string> failures)
    {
        var all = string.Join(Environment.NewLine, failures);
        Assert.True(all.Length == 0, all);
    }

    /// <summary>How a scenario ended.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="outcome">What was counted, in words.</param>
    public static void Row(string scenario, string outcome)
    {
        Progress($"{scenario}: {outcome}");
        if (File is not null)
            System.IO.File.AppendAllText(File, $"| {scenario} | {outcome} | {DateTime.UtcNow:yyyy-MM-dd} |\n");
    }
}
