using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>What sacct writes for <c>-X -P -n -o JobID,State,ExitCode</c>.</summary>
public static class SacctOutput
{
    /// <summary>The fields that are asked for.</summary>
    public const string Fields = "JobID,State,ExitCode";

    /// <summary>The jobs; elements that wait together (<c>263_[4-9%2]</c>) are one each. Steps, and lines that are no job, are left out.</summary>
    public static IReadOnlyList<AccountedJob> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').SelectMany(Line)];
    }

    private static IEnumerable<AccountedJob> Line(string line)
    {
        if (line.TrimEnd('\r').Split('|') is not [var name, var state, var code, ..] || name.Contains('.', StringComparison.Ordinal))
            return [];
        var job = name.Split('_', 2);
        var ends = code.Split(':');
        if (Number(job[0]) is not { } id || ends.Length != 2 || Number(ends[0]) is not { } exitCode || Number(ends[1]) is not { } signal)
            return [];
        // "CANCELLED by 1000"
        var one = new AccountedJob(id, null, state.Split(' ', 2)[0], exitCode, signal);
        return job.Length == 1 ? [one] : IndexRanges.Parse(job[1])?.Select(i => one with { Index = i }) ?? [];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
