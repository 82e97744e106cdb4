using Unfold.Specs;

namespace Unfold.Results;

/// <summary>The file <c>&lt;experiment&gt;.expected.json</c> beside the spec: the figures that were accepted, written by <c>verify --accept</c> alone.</summary>
/// <param name="Schema">The format's version.</param>
/// <param name="Experiment">The experiment.</param>
/// <param name="Runs">The accepted runs, in the order of the spec.</param>
public sealed record ExpectedResults(int Schema, string Experiment, IReadOnlyList<ExpectedRun> Runs)
{
    /// <summary>Where the expected results of a spec lie.</summary>
    public static string FileOf(string specFile) => Path.ChangeExtension(specFile, ".expected.json");

    /// <summary>Reads the file.</summary>
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static ExpectedResults Read(string path)
    {
        try
        {
            var file = ResultsJson.ReadFile<ExpectedResults>(path);
            return file is { Schema: 1, Runs: { } runs } && runs.All(r => r is { Variant: not null, SpecSha256.Length: >= 12, Metrics: not null })
                ? file
                : throw new ResultsException("UFR003", $"{path} is not a file of expected results of schema 1", "");
        }
        catch (ResultsException damaged)
        {
            throw new ResultsException(damaged.Code, damaged.Message, "restore it from version control, or delete it and accept again with --accept", damaged);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Write(string path) => AtomicFile.Write(path, ResultsJson.Indented(this));

    /// <summary>Whether it says the same, however the file is laid out.</summary>
    public bool IsSameAs(ExpectedResults? other) =>
        other is not null && Experiment == other.Experiment && Runs.Count == other.Runs.Count && Runs.Zip(other.Runs).All(r => r.First.IsSameAs(r.Second));

    /// <summary>The variants or cells whose accepted runs are not those of another file: new, other or gone.</summary>
    public IReadOnlyList<string> ChangedSince(ExpectedResults? before) =>
    [
        .. Runs.Where(r => before?.Runs.Any(r.IsSameAs) != true)
            .Concat(before?.Runs.Where(b => !Runs.Any(r => r.Variant == b.Variant && r.Seed == b.Seed)) ?? [])
            .Select(r => r.Variant)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Replaces the runs that were received; those of other variants stay while the spec has them.</summary>
    /// <param name="before">What was accepted so far, or null.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="variants">Its variants or cells, in the order of the spec.</param>
    /// <param name="received">Finished runs.</param>
    /// <param name="within">Figures that are within the tolerances of these from what was accepted before stay; null to take every new one.</param>
    public static ExpectedResults Accept(ExpectedResults? before, string experiment, IReadOnlyList<string> variants, IReadOnlyList<RunResult> received, Expectations? within = null)
    {
        ArgumentNullException.ThrowIfNull(received);
        var accepted = received.Select(ExpectedRun.Of).Select(Keeping).ToList();
        var kept = (before?.Runs ?? []).Where(b => accepted.All(a => a.Variant != b.Variant));
        var order = variants.ToList();
        return new ExpectedResults(1, experiment, [.. kept.Concat(accepted).Where(r => order.Contains(r.Variant)).OrderBy(r => order.IndexOf(r.Variant)).ThenBy(r => r.Seed)]);

        ExpectedRun Keeping(ExpectedRun now) =>
            within is null ? now : now.KeepingOf(before?.Runs.FirstOrDefault(b => b.Variant == now.Variant && b.Seed == now.Seed), within);
    }
}
