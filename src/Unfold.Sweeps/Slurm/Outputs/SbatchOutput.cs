namespace Unfold.Sweeps;

/// <summary>What sbatch writes for <c>--parsable</c>.</summary>
public static class SbatchOutput
{
    /// <summary>The job of <c>263</c> or <c>263;cluster</c>, whatever a site's own words stand before it; null where there is none.</summary>
    public static SubmittedJob? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n').Select(Line).LastOrDefault(job => job is not null);
    }

    private static SubmittedJob? Line(string line)
    {
        var parts = line.Trim().Split(';');
        return parts.Length <= 2 && SlurmNumber.Parse(parts[0]) is > 0 and { } id
            ? new SubmittedJob(id, parts.Length == 2 && parts[1].Length > 0 ? parts[1] : null)
            : null;
    }
}
