using Newtonsoft.Json;

namespace Unfold.Sweeps;

/// <summary>A cell of a sweep for one seed: one run, one process.</summary>
public sealed record SweepCell
{
    /// <summary>Its place in the sweep, from 0; what <c>unfold sweep cell</c> takes, and the index of a job array's element.</summary>
    [JsonProperty(Required = Required.Always)]
    public required int Index { get; init; }

    /// <summary>The variant.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Variant { get; init; }

    /// <summary>The variant's name, and in brackets the values of the axes, where there are any.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string Name { get; init; }

    /// <summary>The values of its axes by path, as JSON.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The seed.</summary>
    [JsonProperty(Required = Required.Always)]
    public required int Seed { get; init; }

    /// <summary>What it asks for: the hash of its resolved spec, as results.json has it.</summary>
    [JsonProperty(Required = Required.Always)]
    public required string SpecSha256 { get; init; }

    /// <summary>Its run's folder, relative to the output folder, with slashes; null where that hangs on the parameters of a teacher that is yet to be trained.</summary>
    public string? Folder { get; init; }

    /// <summary>The line of its resolved spec in <c>specs.jsonl</c>, from 0; seeds of a cell share one.</summary>
    [JsonProperty(Required = Required.Always)]
    public required int Spec { get; init; }

    /// <summary>The cells that must have ended before it: its teachers.</summary>
    public IReadOnlyList<int> After { get; init; } = [];
}
