using Newtonsoft.Json;

namespace Unfold.Results;

/// <summary>What a list shows of a results.json: the rest, a hundred figures perhaps, is passed over.</summary>
internal sealed record ResultHead
{
    [JsonProperty(Required = Required.Always)]
    public required string Experiment { get; init; }

    [JsonProperty(Required = Required.Always)]
    public required string Variant { get; init; }

    public string? Cell { get; init; }

    [JsonProperty(Required = Required.Always)]
    public required int Seed { get; init; }

    [JsonProperty(Required = Required.Always)]
    public required RunStatus Status { get; init; }

    public string? Error { get; init; }

    public Figures Metrics { get; init; } = new();

    /// <summary>Reads a folder's, or null where it has none.</summary>
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static ResultHead? Read(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Results);
        return File.Exists(path) ? ResultsJson.ReadFile<ResultHead>(path) : null;
    }

    internal sealed record Figures
    {
        [JsonProperty(MetricNames.TestPsnr)]
        public double? TestPsnr { get; init; }

        [JsonProperty(MetricNames.ValidationMse)]
        public double? ValidationMse { get; init; }
    }
}
