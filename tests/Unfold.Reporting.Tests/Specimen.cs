using Unfold.Results;

namespace Unfold.Reporting.Tests;

/// <summary>Runs as their folders would tell them.</summary>
internal static class Specimen
{
    public static StoredRun Run(string variant, double mse, int seed = 0) => new(
        "/runs/x",
        new RunResult
        {
            Experiment = "x",
            Variant = variant,
            Seed = seed,
            SpecSha256 = new string('a', 64),
            Status = RunStatus.Completed,
            Metrics = new(StringComparer.Ordinal) { [MetricNames.TestMse] = mse, [MetricNames.TestPsnr] = -10 * Math.Log10(mse), [MetricNames.UntrainedTestMse] = 2 * mse },
            Conventions = new(StringComparer.Ordinal) { ["psnr"] = "mean of per-image PSNR" },
            Notes = ["a note about " + variant],
        },
        [Epoch(0, 0.3), Epoch(1, 0.2), Epoch(2, 0.01)],
        Environment: null,
        Images(channels: 1));

    /// <summary>A run with a landscape, as it is after it was written and read.</summary>
    public static StoredRun Read(StoredRun run, LossLandscape landscape)
    {
        var folder = Directory.CreateTempSubdirectory("unfold-specimen-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, RunFiles.Results), ResultsJson.Indented(run.Result));
            File.WriteAllText(Path.Combine(folder.FullName, RunFiles.Landscape), ResultsJson.Indented(landscape));
            var read = StoredRun.Read(folder.FullName);
            return run with { Result = read.Result, Landscape = read.Landscape };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static StoredRun Diverged(string variant) => new(
        "/runs/x",
        new RunResult { Experiment = "x", Variant = variant, Seed = 0, SpecSha256 = "b", Status = RunStatus.Diverged, Error = "UFT001: training diverged <at> step 3" },
        [],
        Environment: null,
        Images: null);

    public static ReconstructionSamples Images(int channels)
    {
        var pixels = Enumerable.Range(0, channels * 6).Select(i => (byte)(i * 14)).ToArray();
        return new ReconstructionSamples(channels, 2, 3, [7], [pixels], [[.. pixels.Reverse()]], [12.5]);
    }

    private static MetricRecord Epoch(int epoch, double mse) => new(epoch * 10, epoch, new(StringComparer.Ordinal) { [MetricNames.ValidationMse] = mse });
}
