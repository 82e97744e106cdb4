using System.Globalization;
using Newtonsoft.Json;

namespace Unfold.Results;

/// <summary>A figure that the spec expects against what was received.</summary>
/// <param name="Name">The variant or cell.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Expected">The expected value.</param>
/// <param name="Received">The mean over the seeds; NaN where no run has it.</param>
/// <param name="Seeds">Runs behind the mean.</param>
/// <param name="Allowed">How far it may be away.</param>
/// <param name="Holds">Whether it is not.</param>
public sealed record MetricCheck(string Name, string Metric, double Expected, double Received, int Seeds, double Allowed, bool Holds)
{
    /// <summary>Whether a better one is as expected too.</summary>
    public bool OrBetter { get; init; }

    /// <summary>Who published the expected value; null where it is the experiment's own.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it is away for the better.</summary>
    public bool IsBetter => !Holds && Improvement.IsBetter(Metric, Received - Expected);

    /// <summary>What was received and what was expected, in words.</summary>
    [JsonIgnore]
    public string Sentence => string.Create(CultureInfo.InvariantCulture, $"{Name} {Metric} is {Received:g5}; expected {Expected:g5} ± {Allowed:g3}{(OrBetter ? " or better" : "")} (n = {Seeds}{(Source is null ? "" : $"; {Source}")})");
}
