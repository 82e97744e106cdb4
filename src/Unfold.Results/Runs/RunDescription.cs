using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Results;

/// <summary>Which run a folder is of: enough to go on with it where nothing but the folder is known.</summary>
public sealed record RunDescription
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The cell of a sweep, or null.</summary>
    public string? Cell { get; init; }

    /// <summary>The cell, or else the variant.</summary>
    [JsonIgnore]
    public string Name => Cell ?? Variant;

    /// <summary>The values of the cell's sweep by path.</summary>
    public SortedDictionary<string, JToken> Axes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The run's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Hash of what was asked for, as in results.json.</summary>
    public required string SpecSha256 { get; init; }

    /// <summary>The run's identity: with the parameters of its teachers.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The finished runs that it learns from.</summary>
    public SortedDictionary<string, TeacherRecord> Teachers { get; init; } = new(StringComparer.Ordinal);
}
