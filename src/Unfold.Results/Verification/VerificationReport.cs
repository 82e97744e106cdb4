using Newtonsoft.Json;

namespace Unfold.Results;

/// <summary>What verification found.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Runs">Every run.</param>
/// <param name="Metrics">Every figure that the spec expects, of what was run.</param>
/// <param name="Claims">Every claim whose variants were run.</param>
public sealed record VerificationReport(string Experiment, IReadOnlyList<RunCheck> Runs, IReadOnlyList<MetricCheck> Metrics, IReadOnlyList<ClaimCheck> Claims)
{
    /// <summary>Over the seeds of what was run.</summary>
    public IReadOnlyList<SeedStatistics> Statistics { get; init; } = [];

    /// <summary>What commands call the experiment.</summary>
    [JsonIgnore]
    public string Called { get; init; } = Experiment;

    /// <summary>Whether everything is as expected.</summary>
    public bool Passes => Runs.All(r => r.Passes) && Metrics.All(m => m.Holds) && Claims.All(c => c.Passes);
}
