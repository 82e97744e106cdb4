namespace Unfold.Sweeps;

/// <summary>What sacct writes for <c>-X -P -n -o JobID,State</c>.</summary>
public static class SacctOutput
{
    /// <summary>The fields that are asked for.</summary>
    public const string Fields = "JobID,State";

    /// <summary>The jobs; elements that wait together (<c>263_[4-9%2]</c>) are one each. Steps, and lines that are no job, are left out.</summary>
    public static IReadOnlyList<AccountedJob> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').SelectMany(Line)];
    }

    private static IEnumerable<AccountedJob> Line(string line)
    {
        if (line.TrimEnd('\r').Split('|') is not [var name, var state, ..] || name.Contains('.', StringComparison.Ordinal))
            return [];
        var job = name.Split('_', 2);
        if (SlurmNumber.Parse(job[0]) is not { } id)
            return [];
        // "CANCELLED by 1000"
        var one = new AccountedJob(id, null, state.Split(' ', 2)[0]);
        return job.Length == 1 ? [one] : IndexRanges.Parse(job[1])?.Select(i => one with { Index = i }) ?? [];
    }
}
