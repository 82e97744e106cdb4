namespace Unfold.Sweeps;

/// <summary>What squeue writes.</summary>
public static class SqueueOutput
{
    /// <summary>The fields that are asked for: the array's id, the index, the state, the reason, the job's own id.</summary>
    public const string Format = "%F|%K|%T|%r|%A";

    /// <summary>The same, and the comment, which may hold anything.</summary>
    public const string FormatWithComment = Format + "|%k";

    /// <summary>The entries; elements that wait together (<c>4-9%2</c>) are one each. Lines that are none are left out.</summary>
    public static IReadOnlyList<QueueEntry> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').SelectMany(Line)];
    }

    private static IEnumerable<QueueEntry> Line(string line)
    {
        if (line.TrimEnd('\r').Split('|', 6) is not [var array, var index, var state, var reason, var own, .. var comment])
            return [];
        if (SlurmNumber.Parse(array) is not { } arrayId || SlurmNumber.Parse(own) is not { } jobId || state.Length == 0)
            return [];
        var entry = new QueueEntry(arrayId, null, state.Trim(), reason.Trim(), jobId) { Comment = comment is [var words] && words != "(null)" ? words : "" };
        return index.Trim() is "N/A" or "" ? [entry] : IndexRanges.Parse(index.Trim())?.Select(i => entry with { Index = i }) ?? [];
    }
}
