namespace Unfold.Results;

/// <summary>A run as its folder tells it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Result">results.json, with the figures of the landscape where one was taken.</param>
/// <param name="Metrics">metrics.jsonl, without a last line that was torn.</param>
/// <param name="Environment">environment.json, or null where the run failed before it.</param>
/// <param name="Images">images.json, or null.</param>
public sealed record StoredRun(
    string Folder, RunResult Result, IReadOnlyList<MetricRecord> Metrics, RunEnvironment? Environment, ReconstructionSamples? Images)
{
    /// <summary>test-images.csv, or null.</summary>
    public ImageFigures? TestImages { get; init; }

    /// <summary>landscape.json, or null.</summary>
    public LossLandscape? Landscape { get; init; }

    /// <summary>Reads a run.</summary>
    /// <exception cref="ResultsException">UFR003: a file is missing or damaged.</exception>
    public static StoredRun Read(string folder)
    {
        var landscape = Optional<LossLandscape>(Path.Combine(folder, RunFiles.Landscape));
        return new StoredRun(
            folder,
            WithLandscape(ResultsJson.ReadFile<RunResult>(Path.Combine(folder, RunFiles.Results)), landscape),
            MetricsFile.Read(Path.Combine(folder, RunFiles.Metrics)),
            Optional<RunEnvironment>(Path.Combine(folder, RunFiles.Environment)),
            Optional<ReconstructionSamples>(Path.Combine(folder, RunFiles.Images)))
        {
            TestImages = File.Exists(Path.Combine(folder, RunFiles.TestImages)) ? ImageFiguresFile.Read(Path.Combine(folder, RunFiles.TestImages)) : null,
            Landscape = landscape,
        };
    }

    private static RunResult WithLandscape(RunResult result, LossLandscape? landscape)
    {
        if (landscape is null)
            return result;
        var metrics = new SortedDictionary<string, double>(result.Metrics, StringComparer.Ordinal);
        // Runs that an older Unfold adopted have the figures in their results too.
        foreach (var (name, value) in LandscapeMetrics.Of(landscape))
            metrics[name] = value;
        return result with { Metrics = metrics };
    }

    private static T? Optional<T>(string path)
        where T : class => File.Exists(path) ? ResultsJson.ReadFile<T>(path) : null;
}
