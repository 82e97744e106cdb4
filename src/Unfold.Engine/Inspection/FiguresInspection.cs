using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>The files of figures and pictures, and whether they are those of the results.</summary>
internal static class FiguresInspection
{
    // The column is written so that it reads back; the mean was taken of the same numbers, in another order perhaps.
    private const double Rounding = 1e-6;

    public static void Inspect(Findings findings, InspectedRun run)
    {
        findings.Read(RunFiles.Environment, isNeeded: run.HasBegun, RecordedJson.Read<RunEnvironment>);
        Metrics(findings, run);
        var isNeeded = run is { HasBegun: true, IsCompleted: true };
        if (findings.Read(RunFiles.Images, isNeeded, ResultsJson.ReadFile<ReconstructionSamples>) is { } images)
            findings.Require(RunFiles.Images, AreWhole(images), $"its pictures are not {images.Channels} × {images.Height} × {images.Width} pixels each");
        if (findings.Read(RunFiles.TestImages, isNeeded, ImageFiguresFile.Read) is { } figures && run is { IsCompleted: true, Result: { } result })
            findings.Require(RunFiles.TestImages, IsMean(figures.Mse, result, MetricNames.TestMse) && IsMean(figures.Psnr, result, MetricNames.TestPsnr), $"its means are not the {MetricNames.TestMse} and {MetricNames.TestPsnr} of {RunFiles.Results}");
        Landscape(findings, run);
    }

    private static void Metrics(Findings findings, InspectedRun run)
    {
        if (findings.Read(RunFiles.Metrics, isNeeded: run.IsCompleted, MetricsFile.Read) is not { } records)
            return;
        if (IsTorn(findings.PathOf(RunFiles.Metrics)))
            findings.Note(RunFiles.Metrics, "its last line is torn, and left out: a process was killed while it wrote it");
        if (run is { IsCompleted: true, Result: { } result } && result.Metrics.TryGetValue(MetricNames.TrainEpochs, out var epochs))
            findings.Require(RunFiles.Metrics, records.Count > 0 && records[^1].Epoch >= epochs, $"it ends at epoch {(records.Count == 0 ? 0 : records[^1].Epoch)}, and the run has {epochs} epochs");
    }

    private static void Landscape(Findings findings, InspectedRun run)
    {
        if (findings.Read(RunFiles.Landscape, isNeeded: false, RecordedJson.Read<LossLandscape>) is { Request.ParametersSha256: { } at } && run.Result?.ParametersSha256 is { } reported)
            findings.Require(RunFiles.Landscape, at == reported, $"it was taken around other parameters ({at[..12]}…) than those of {RunFiles.Results} ({reported[..12]}…)");
        if (findings.Read(RunFiles.LandscapeRows, isNeeded: false, RecordedJson.Parse) is not null)
            findings.Note(RunFiles.LandscapeRows, "a landscape was stopped: 'unfold landscape' goes on with it");
    }

    private static bool IsTorn(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private static bool AreWhole(ReconstructionSamples images) =>
        images is { Indices: not null, Truth: not null, Estimate: not null, Psnr: not null }
        && new[] { images.Truth.Count, images.Estimate.Count, images.Psnr.Count }.All(count => count == images.Indices.Count)
        && images.Truth.Concat(images.Estimate).All(pixels => pixels?.Length == images.Channels * images.Height * images.Width);

    private static bool IsMean(IReadOnlyList<double> column, RunResult result, string metric) =>
        !result.Metrics.TryGetValue(metric, out var mean)
        || (column.Count > 0 && column.Average() is var average && (average.Equals(mean) || Math.Abs(average - mean) <= Rounding * Math.Max(Math.Abs(mean), 1e-12)));
}
