using Unfold.Engine.Runs;
using Unfold.Losses;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Other losses, other noise and the figures of every image, after training.</summary>
public sealed class FinalFiguresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_training_loss_as_another_loss_is_the_same_figure()
    {
        var metrics = Run(Specimen.Training with { EvaluationLosses = [new MeanSquaredError(new NoOptions()), new MeanAbsoluteError(new NoOptions())] }).Result.Metrics;
        Assert.Equal(metrics[MetricNames.TestLoss], metrics["test.loss.mse"], 1e-9);
        Assert.Equal(metrics[MetricNames.TrainLoss], metrics["train.loss.mse"], 1e-9);
        Assert.Equal(metrics["test.loss.l1"] - metrics["train.loss.l1"], metrics["generalization.gap.l1"], 1e-12);
        Assert.NotEqual(metrics["test.loss.mse"], metrics["test.loss.l1"]);
    }

    [Fact]
    public void The_noise_of_training_as_a_condition_changes_nothing_and_more_of_it_does()
    {
        var metrics = Run(Specimen.Training with { TestConditions = [Condition("same", 1e-3), Condition("more", 5)] }).Result.Metrics;
        Assert.Equal(metrics[MetricNames.TestPsnr], metrics["robustness.same.psnr"]);
        Assert.Equal(metrics[MetricNames.TestNmseDb], metrics["robustness.same.nmse_db"]);
        Assert.True(metrics["robustness.more.psnr"] < metrics[MetricNames.TestPsnr] - 0.5);
    }

    [Fact]
    public void A_network_is_told_the_new_level_only_where_it_is_asked_for()
    {
        var conditions = new[] { Condition("told", 0.5, told: true), Condition("untold", 0.5) };
        var metrics = Run(Specimen.Training with { TestConditions = conditions }).Result.Metrics;
        Assert.NotEqual(metrics["robustness.told.psnr"], metrics["robustness.untold.psnr"]);
    }

    [Fact]
    public void Every_test_image_has_a_line_and_their_mean_is_the_metric()
    {
        var outcome = Run(Specimen.Training);
        var lines = File.ReadAllLines(Path.Combine(outcome.Folder, RunFiles.TestImages));
        Assert.Equal("index,mse,psnr,ssim", lines[0]);
        var psnr = lines.Skip(1).Select(l => double.Parse(l.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(20, psnr.Count);
        Assert.Equal(outcome.Result.Metrics[MetricNames.TestPsnr], psnr.Average(), 1e-4);
    }

    [Fact]
    public void Two_losses_of_one_kind_are_refused() => Assert.Equal(
        "UFX006",
        Assert.Throws<UnfoldException>(() => Run(Specimen.Training with { EvaluationLosses = [new MeanSquaredError(new NoOptions()), new MeanSquaredError(new NoOptions())] })).Code);

    [Fact]
    public void Two_conditions_of_one_name_are_refused() => Assert.Equal(
        "UFX006",
        Assert.Throws<UnfoldException>(() => Run(Specimen.Training with { TestConditions = [Condition("a", 1), Condition("a", 2)] })).Code);

    private static OtherNoise Condition(string name, double sigma, bool told = false) =>
        new(new OtherNoiseOptions { Name = name, Noise = new GaussianNoise(new GaussianNoiseOptions { StandardDeviation = sigma }), Told = told });

    private RunOutcome Run(TrainingOptions training) =>
        new TrainingRun("x", "v", Specimen.Spec with { Training = training }).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());
}
