using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>What a reader of the figures must know.</summary>
internal static class Notes
{
    /// <summary>Notes and errors of the runs, each once, with those that it is about.</summary>
    public static IReadOnlyList<string> Of(ReportSource source) =>
    [
        .. source.Context?.LeftOut ?? [],
        .. source.Runs
            .SelectMany(r => r.Result.Notes.Select(n => (r.Result.Name, Text: n)))
            .Concat(source.Runs.Where(r => r.Result.Error is not null).Select(r => (r.Result.Name, Text: $"seed {r.Result.Seed}: {r.Result.Error}")))
            .Concat(LandscapeFacts.Notes(source))
            .GroupBy(n => n.Text, StringComparer.Ordinal)
            .Select(g => $"{string.Join(", ", g.Select(n => n.Name).Distinct(StringComparer.Ordinal))}: {g.Key}"),
    ];

    /// <summary>How the figures are defined.</summary>
    public static IReadOnlyList<(string Name, string Text)> Conventions(ReportSource source) =>
        [.. (source.Runs.Select(r => r.Result.Conventions).FirstOrDefault(c => c.Count > 0) ?? []).Select(c => (c.Key, c.Value))];

    /// <summary>What the figures may depend on: what all runs share once, what differs with all its values.</summary>
    public static IReadOnlyList<(string Name, string Text)> Environment(ReportSource source)
    {
        var environments = source.Runs.Select(r => r.Environment).OfType<RunEnvironment>().ToList();
        return environments.Count == 0 ? [] :
        [
            .. Dates(environments),
            ("Unfold", All(environments, e => e.Commit is null ? e.Unfold : $"{e.Unfold}, commit {e.Commit}")),
            ("machine", All(environments, e => $"{e.Processor}, {e.Cores} cores, {e.Threads} threads, {e.System}")),
            ("device", All(environments, e => e.Device)),
            ("software", All(environments, e => $"{e.DotNet}, TorchSharp {e.TorchSharp}, libtorch {e.LibTorch}")),
            ("dataset", All(environments, e => $"SHA-256 {Short(e.DatasetSha256, 16)}, licence: {e.DatasetLicence}")),
            .. environments.SelectMany(e => e.Plugins).DistinctBy(p => p.Sha256).Select(p => (p.Name, $"{p.Version}, SHA-256 {Short(p.Sha256, 16)}")),
        ];
    }

    /// <summary>The identities of the runs.</summary>
    public static IReadOnlyList<(string Name, string Text)> Identities(ReportSource source) =>
        [.. source.Cells.Select(c => (c.Name, string.Join(", ", c.Runs.Select(r => $"seed {r.Result.Seed} {Short(r.Result.SpecSha256, 12)}"))))];

    private static IEnumerable<(string Name, string Text)> Dates(List<RunEnvironment> environments)
    {
        var days = environments.Select(e => e.Started).OfType<string>().Select(s => s.Split('T')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return days.Count == 0 ? [] : [("run on (UTC)", days.Count == 1 ? days[0] : $"{days[0]} to {days[^1]}")];
    }

    private static string All(IEnumerable<RunEnvironment> environments, Func<RunEnvironment, string> part) =>
        string.Join(" · ", environments.Select(part).Distinct(StringComparer.Ordinal));

    private static string Short(string hash, int digits) => hash[..Math.Min(digits, hash.Length)] + "…";
}
