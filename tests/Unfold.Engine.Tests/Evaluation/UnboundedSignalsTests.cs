using Unfold.Datasets;
using Unfold.Engine.Inspection;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Signals without a range: nothing is clipped, nothing has a peak.</summary>
public sealed class UnboundedSignalsTests : IDisposable
{
    private static readonly SparseSignals Sparse = new(new SparseSignalsOptions { Length = 40, Train = 30, Validation = 20, Test = 25 });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Estimates_are_not_clipped()
    {
        var run = Run(start: -7);
        using var prepared = ProblemSetup.Prepare(Spec(-7), TorchSharp.torch.CPU);
        var truth = prepared.Test.data<float>().ToArray();
        Assert.Equal(truth.Average(x => Math.Pow(x + 7, 2)), run.Result.Metrics[MetricNames.TestMse], 1e-4);
        Assert.Equal(10 * Math.Log10(truth.Sum(x => Math.Pow(x + 7, 2)) / truth.Sum(x => (double)x * x)), run.Result.Metrics[MetricNames.TestNmseDb], 1e-4);
    }

    [Fact]
    public void There_is_nmse_in_place_of_what_needs_a_peak_and_the_conventions_say_so()
    {
        var result = Run(start: 0.5).Result;
        Assert.DoesNotContain(result.Metrics.Keys, name => name.Contains("psnr", StringComparison.Ordinal) || name.Contains("ssim", StringComparison.Ordinal));
        Assert.All(result.Metrics.Values, value => Assert.True(double.IsFinite(value)));
        Assert.Contains(MetricNames.ValidationNmseDb, result.Metrics.Keys);
        Assert.Contains("robustness.other.nmse_db", result.Metrics.Keys);
        Assert.Equal("estimates are not clipped: the dataset has no range", result.Conventions["clipping"]);
        Assert.Contains("no PSNR", result.Conventions["psnr"], StringComparison.Ordinal);
        Assert.DoesNotContain("ssim", result.Conventions.Keys);
    }

    [Fact]
    public void The_folder_is_whole_and_holds_no_infinity_and_no_picture()
    {
        var folder = Run(start: 0.5, epochs: 1).Folder;
        Assert.True(RunInspector.Inspect(folder).IsWhole, string.Join("; ", RunInspector.Inspect(folder).Files));
        foreach (var file in new[] { RunFiles.Results, RunFiles.Metrics, RunFiles.Spec, RunFiles.Environment, RunFiles.Images, RunFiles.TestImages })
            Assert.DoesNotContain("Infinity", File.ReadAllText(Path.Combine(folder, file)), StringComparison.Ordinal);
        Assert.Empty(ResultsJson.ReadFile<ReconstructionSamples>(Path.Combine(folder, RunFiles.Images)).Indices);
        var figures = ImageFiguresFile.Read(Path.Combine(folder, RunFiles.TestImages));
        Assert.Equal((25, 0, 0), (figures.Mse.Count, figures.Psnr.Count, figures.Ssim.Count));
        Assert.Contains(MetricNames.ValidationNmseDb, MetricsFile.Read(Path.Combine(folder, RunFiles.Metrics))[^1].Metrics.Keys);
    }

    private RunOutcome Run(double start, int epochs = 0) =>
        new TrainingRun("x", "v", Spec(start, epochs)).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());

    private static TrainingSpec Spec(double start, int epochs = 0) => Specimen.Spec with
    {
        Dataset = Sparse,
        Architecture = new ConstantArchitecture(new ConstantOptions { Start = start }),
        Training = Specimen.Training with { Epochs = epochs, TestConditions = [new OtherNoise(new OtherNoiseOptions { Name = "other", Noise = new GaussianNoise(new GaussianNoiseOptions { StandardDeviation = 0.1 }) })] },
    };
}
