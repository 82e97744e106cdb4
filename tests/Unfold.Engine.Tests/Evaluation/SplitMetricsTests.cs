using Unfold.Engine.Runs;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Figures of a network that answers ½ (pixel units ½ + ¼·start) to everything, computed by hand.</summary>
public sealed class SplitMetricsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Errors_are_in_pixel_units_and_psnr_is_the_mean_of_images()
    {
        // x̂ = ½. Per-image MSE: 0.25, 0.01, 0.
        var metrics = Evaluate(start: 0, test: [0, 1, 0.4f, 0.6f, 0.5f, 0.5f]);
        Assert.Equal(0.26 / 3, metrics[MetricNames.TestMse], 1e-7);
        Assert.Equal(((-10 * Math.Log10(0.25)) + 20 + 48) / 3, metrics[MetricNames.TestPsnr], 1e-5);
        Assert.Equal(-10 * Math.Log10(0.26 / 3), metrics[MetricNames.TestPsnrOfMse], 1e-5);
        // Sums of squares: errors 0.5 + 0.02, signals 1 + 0.52 + 0.5.
        Assert.Equal(10 * Math.Log10(0.52 / 2.02), metrics[MetricNames.TestNmseDb], 1e-5);
    }

    [Fact]
    public void The_loss_is_in_normalised_units()
    {
        // (x − ½)/¼ = ±2 for black and white; the estimate is 0.
        Assert.Equal(4, Evaluate(start: 0, test: [0, 1])[MetricNames.TestLoss], 1e-6);
    }

    [Fact]
    public void Estimates_are_clipped_to_the_datasets_range_and_never_to_the_truths()
    {
        // Pixel ½ + ¼·10 = 3 is clipped to 1; the truth's largest pixel is 0.2. The loss sees no clipping.
        var metrics = Evaluate(start: 10, test: [0.2f, 0.2f]);
        Assert.Equal(0.64, metrics[MetricNames.TestMse], 1e-6);
        Assert.Equal(Math.Pow(10 - (-0.3 / 0.25), 2), metrics[MetricNames.TestLoss], 1e-3);
    }

    [Fact]
    public void The_gap_is_test_minus_train_with_its_sign()
    {
        var metrics = Evaluate(start: 0, train: [0, 1], test: [0.4f, 0.6f]);
        Assert.Equal(0.01 - 0.25, metrics[MetricNames.GeneralizationGap], 1e-7);
        Assert.Equal(0.25, metrics[MetricNames.TrainMse], 1e-7);
    }

    [Fact]
    public void Images_smaller_than_the_window_have_no_ssim() =>
        Assert.False(Evaluate(start: 0, test: [0, 1]).ContainsKey(MetricNames.TestSsim));

    [Fact]
    public void Figures_do_not_depend_on_the_batch_size()
    {
        float[] test = [0, 1, 0.4f, 0.6f, 0.5f, 0.5f, 0.9f, 0.1f, 0.3f, 0.3f];
        var (whole, parts) = (Evaluate(0.3, test: test, batch: 100), Evaluate(0.3, test: test, batch: 2));
        foreach (var name in new[] { MetricNames.TestMse, MetricNames.TestPsnr, MetricNames.TestNmseDb, MetricNames.TestLoss })
            Assert.Equal(whole[name], parts[name], 1e-6);
    }

    private SortedDictionary<string, double> Evaluate(double start, float[]? train = null, float[]? test = null, int batch = 2)
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = train ?? [0, 0], Test = test ?? [0, 0] }),
            Measurement = new Gaussian(new GaussianOptions { Ratio = 0.5 }),
            Architecture = new ConstantArchitecture(new ConstantOptions { Start = start }),
            Training = Specimen.Training with { Epochs = 0, BatchSize = batch, ValidationFraction = 0 },
        };
        return new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result.Metrics;
    }
}
