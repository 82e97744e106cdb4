using Newtonsoft.Json.Linq;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>A variant or cell with the runs of its seeds.</summary>
/// <param name="Name">What names it in tables.</param>
/// <param name="Variant">Its variant.</param>
/// <param name="Axes">The values of its sweep, by path.</param>
/// <param name="Runs">Its runs, those that did not complete included.</param>
internal sealed record ReportedCell(string Name, string Variant, IReadOnlyDictionary<string, JToken> Axes, IReadOnlyList<StoredRun> Runs)
{
    /// <summary>The runs that completed.</summary>
    public IReadOnlyList<StoredRun> Completed { get; } = [.. Runs.Where(r => r.Result.Status == RunStatus.Completed)];

    /// <summary>The cells of runs, in their order.</summary>
    public static IReadOnlyList<ReportedCell> Of(IReadOnlyList<StoredRun> runs) =>
        [.. runs.GroupBy(r => r.Result.Name, StringComparer.Ordinal).Select(g => new ReportedCell(g.Key, g.First().Result.Variant, g.First().Result.Axes, [.. g]))];

    /// <summary>A figure of every completed run that has it.</summary>
    public IReadOnlyList<double> Values(string metric) => [.. Completed.Where(r => r.Result.Metrics.ContainsKey(metric)).Select(r => r.Result.Metrics[metric])];

    /// <summary>A figure over the seeds; null where no run has it.</summary>
    public Summary? Summarise(string metric) => Values(metric) is { Count: > 0 } values ? Summary.Of(values) : null;
}
