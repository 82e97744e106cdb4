using Newtonsoft.Json;

namespace Unfold.Sweeps;

/// <summary>An array that a scheduler was given.</summary>
public sealed record JobRecord
{
    /// <summary>The array's id; null while it is not known whether the scheduler took it.</summary>
    public int? Id { get; init; }

    /// <summary>The cluster, where the site names it.</summary>
    public string? Cluster { get; init; }

    /// <summary>What its jobs' comment tells it by.</summary>
    public required string Token { get; init; }

    /// <summary>What is added to an index for the element.</summary>
    public int Offset { get; init; }

    /// <summary>Its indices: <c>0-9,12</c>.</summary>
    public required string Array { get; init; }

    /// <summary>When it was submitted, in UTC.</summary>
    public required string Submitted { get; init; }

    /// <summary>Its elements.</summary>
    [JsonIgnore]
    public IEnumerable<int> Elements => (IndexRanges.Parse(Array) ?? []).Select(i => i + Offset);
}
