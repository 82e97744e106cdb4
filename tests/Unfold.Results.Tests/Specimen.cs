namespace Unfold.Results.Tests;

/// <summary>Runs as an engine would write them.</summary>
internal static class Specimen
{
    public static readonly string Hash = new('a', 64);

    public static RunResult Run(string variant, double mse, int seed = 0, string? hash = null, RunStatus status = RunStatus.Completed) => new()
    {
        Experiment = "demo",
        Variant = variant,
        Seed = seed,
        SpecSha256 = hash ?? Hash,
        Status = status,
        Error = status == RunStatus.Diverged ? "UFT001: training diverged at step 3" : null,
        Metrics = status == RunStatus.Completed ? Metrics((MetricNames.TestMse, mse), (MetricNames.TrainSeconds, 1.5)) : Metrics(),
    };

    /// <summary>Puts a run that has ended into an output folder.</summary>
    /// <returns>Its folder.</returns>
    public static string Store(string outFolder, RunKey key, RunResult result)
    {
        using var run = RunDirectory.Open(outFolder, key, "{}\n");
        run.Write(RunFiles.Results, result);
        return run.Folder;
    }

    public static ExpectedResults Accepted(params RunResult[] runs) => ExpectedResults.Accept(null, "demo", [.. runs.Select(r => r.Variant).Distinct()], runs);

    public static SortedDictionary<string, double> Metrics(params (string Name, double Value)[] metrics)
    {
        var sorted = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in metrics)
            sorted.Add(name, value);
        return sorted;
    }
}
