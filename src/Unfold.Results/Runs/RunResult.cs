using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Unfold.Results;

/// <summary>A run's results.json.</summary>
public sealed record RunResult
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The cell of a sweep, such as <c>deconet[layers=10]</c>, or null.</summary>
    public string? Cell { get; init; }

    /// <summary>The values of the cell's sweep by path, such as <c>architecture.layers</c> to 10, as JSON gives them; empty without a sweep.</summary>
    public SortedDictionary<string, JToken> Axes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The cell, or else the variant: what names the run in tables and folders.</summary>
    [JsonIgnore]
    public string Name => Cell ?? Variant;

    /// <summary>The run's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Hash of the run's spec, and of its teachers' specs where it has any: what was asked for, the same on every machine.</summary>
    public required string SpecSha256 { get; init; }

    /// <summary>The device that it ran on, such as <c>cpu</c> or <c>cuda:0</c>; null where it did not start.</summary>
    public string? Device { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>What went wrong, for a run that did not complete.</summary>
    public string? Error { get; init; }

    /// <summary>Metric names to values, sorted by name.</summary>
    public SortedDictionary<string, double> Metrics { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Hash of the reported parameters.</summary>
    public string? ParametersSha256 { get; init; }

    /// <summary>The finished runs that it learnt from, by the name that its spec gave them; their parameters are part of the run's identity.</summary>
    public SortedDictionary<string, TeacherRecord> Teachers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How the metrics are defined.</summary>
    public SortedDictionary<string, string> Conventions { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What a reader of the figures must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
