using TorchSharp;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

public sealed class SplitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validation_images_are_carved_from_the_training_images_alone()
    {
        using var prepared = ProblemSetup.Prepare(Specimen.Spec, torch.CPU);
        using var again = ProblemSetup.Prepare(Specimen.Spec, torch.CPU);
        var (train, validation) = (Rows(prepared.Train), Rows(prepared.Validation));
        Assert.Equal((54, 6, 20), (train.Count, validation.Count, (int)prepared.Test.shape[0]));
        Assert.Empty(train.Intersect(validation));
        Assert.Equal(validation, Rows(again.Validation));
        using var whole = ProblemSetup.Prepare(Specimen.Spec with { Training = Specimen.Training with { ValidationFraction = 0 } }, torch.CPU);
        Assert.Equal(Rows(whole.Train).Order(StringComparer.Ordinal), train.Concat(validation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_epoch_with_the_best_validation_is_kept_where_asked()
    {
        // A rate at which the validation error rises after the first epochs.
        var training = Specimen.Training with { Epochs = 4, Optimizer = new Optimizers.Adam(new Optimizers.AdamOptions { LearningRate = 0.5 }), Keep = KeptParameters.BestValidation };
        var observer = new Quiet();
        var result = new TrainingRun("x", "v", Specimen.Spec with { Architecture = new DropoutArchitecture(new DropoutOptions()), Training = training }).Execute(new RunOptions { OutFolder = _folder.Path }, observer).Result;
        var best = observer.Epochs.Where(e => e.Epoch > 0).Min(e => e.Metrics[MetricNames.ValidationMse]);
        Assert.Equal(best, result.Metrics[MetricNames.ValidationMse], 1e-9);
        Assert.NotEqual(best, observer.Epochs[^1].Metrics[MetricNames.ValidationMse]);
    }

    [Fact]
    public void The_test_split_decides_nothing()
    {
        // Validation signals are black, test signals white: training towards white is worse for the one and better for the other.
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = [1, 1, 1, 1], Validation = [0, 0], Test = [1, 1] }),
            Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Ratio = 0.5 }),
            Architecture = new ConstantArchitecture(new ConstantOptions()),
            Training = Specimen.Training with { Epochs = 3, Optimizer = new Optimizers.Sgd(new Optimizers.SgdOptions { LearningRate = 0.1 }), Keep = KeptParameters.BestValidation },
        };
        var observer = new Quiet();
        var kept = new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path }, observer).Result.Metrics;
        Assert.Equal(observer.Epochs[1].Metrics[MetricNames.ValidationMse], kept[MetricNames.ValidationMse]);
        var last = new TrainingRun("x", "v", spec with { Training = spec.Training with { Keep = KeptParameters.Last } }).Execute(new RunOptions { OutFolder = _folder.Path }, new Quiet()).Result.Metrics;
        Assert.True(last[MetricNames.TestMse] < kept[MetricNames.TestMse]);
        Assert.True(last[MetricNames.ValidationMse] > kept[MetricNames.ValidationMse]);
    }

    [Fact]
    public void The_best_epoch_cannot_be_kept_without_validation_signals()
    {
        var training = Specimen.Training with { Keep = KeptParameters.BestValidation, ValidationFraction = 0 };
        var error = Assert.Throws<UnfoldException>(() => new TrainingRun("x", "v", Specimen.Spec with { Training = training }).Execute(new RunOptions { OutFolder = _folder.Path }, new Quiet()));
        Assert.Equal("UFT002", error.Code);
    }

    [Fact]
    public void Rounding_never_takes_the_last_training_signal()
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = [0, 1] }),
            Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Ratio = 0.5 }),
            Training = Specimen.Training with { ValidationFraction = 0.9 },
        };
        using var prepared = ProblemSetup.Prepare(spec, torch.CPU);
        Assert.Equal((1, 0), (prepared.Train.shape[0], prepared.Validation.shape[0]));
    }

    [Fact]
    public void A_validation_split_of_the_dataset_is_taken_as_it_is()
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = [0, 1, 1, 0], Validation = [0.25f, 0.75f] }),
            Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Ratio = 0.5 }),
        };
        using var prepared = ProblemSetup.Prepare(spec, torch.CPU);
        Assert.Equal([-1, 1], prepared.Validation.data<float>().ToArray());
        Assert.Equal([-2, 2, 2, -2], prepared.Train.data<float>().ToArray());
    }

    private static List<string> Rows(torch.Tensor signals) =>
        [.. signals.data<float>().ToArray().Chunk((int)signals.shape[1]).Select(row => string.Join(",", row))];
}
