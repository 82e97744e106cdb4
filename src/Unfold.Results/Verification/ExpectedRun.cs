namespace Unfold.Results;

/// <summary>The accepted figures of one run.</summary>
/// <param name="Variant">Its variant or cell.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="SpecSha256">Its identity when it was accepted.</param>
/// <param name="Metrics">Its metrics, without those of the machine.</param>
public sealed record ExpectedRun(string Variant, int Seed, string SpecSha256, SortedDictionary<string, double> Metrics)
{
    /// <summary>What is accepted of a finished run.</summary>
    public static ExpectedRun Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var metrics = result.Metrics.Where(m => !MetricNames.IsOfTheMachine(m.Key)).ToDictionary(m => m.Key, m => m.Value);
        return new ExpectedRun(result.Name, result.Seed, result.SpecSha256, new SortedDictionary<string, double>(metrics, StringComparer.Ordinal));
    }
}
