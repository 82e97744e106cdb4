using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>The moving average of the parameters, seen on one parameter that starts at 0 and moves by −0.01 a step.</summary>
public sealed class ParameterAverageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    public void Its_figures_are_reported(double decay)
    {
        var (average, level) = (0.0, 0.0);
        for (var t = 1; t <= 4; t++)
        {
            level -= 0.01;
            var d = Math.Min(decay, (1.0 + t) / (10.0 + t));
            average = (d * average) + ((1 - d) * level);
        }

        Assert.Equal(average, Run(Training with { EmaDecay = decay }).Metrics[MetricNames.TestLoss] - 2, 1e-6);
        Assert.Equal(level, Run(Training).Metrics[MetricNames.TestLoss] - 2, 1e-6);
    }

    [Fact]
    public void The_epochs_figures_are_of_the_average_and_training_goes_on_from_the_parameters()
    {
        var observer = new Quiet();
        var result = Run(Training with { EmaDecay = 0.9, ValidationFraction = 0.5 }, observer);
        // A step an epoch: after the first, 2/11 of the start and 9/11 of −0.01.
        Assert.Equal(2 - (0.01 * 9 / 11), observer.Epochs[1].Metrics[MetricNames.ValidationLoss], 1e-6);
        Assert.Equal(2 - ((0.01 * 9 / 11 * 3 / 12) + (0.02 * 9 / 12)), observer.Epochs[2].Metrics[MetricNames.ValidationLoss], 1e-6);
        Assert.Equal(observer.Epochs[^1].Metrics[MetricNames.ValidationLoss], result.Metrics[MetricNames.ValidationLoss], 1e-9);
    }

    // Towards black for three epochs, then past it: the average comes by later than the parameters.
    [Fact]
    public void The_average_with_the_best_validation_is_kept()
    {
        var observer = new Quiet();
        var training = Training with { EmaDecay = 0.9, ValidationFraction = 0.5, Epochs = 9, Keep = KeptParameters.BestValidation, Optimizer = new Sgd(new SgdOptions { LearningRate = 0.4 }) };
        var result = Run(training, observer, white: 0.3f);
        var best = observer.Epochs.Where(e => e.Epoch > 0).MinBy(e => e.Metrics[MetricNames.ValidationMse])!;
        Assert.InRange(best.Epoch, 2, 8);
        Assert.Equal(best.Metrics[MetricNames.ValidationMse], result.Metrics[MetricNames.ValidationMse]);
    }

    private static TrainingOptions Training => Specimen.Training with
    {
        Epochs = 2,
        BatchSize = 2,
        ValidationFraction = 0,
        Optimizer = new Sgd(new SgdOptions { LearningRate = 0.01 }),
    };

    /// <summary>Signals are black, −2 in normalised units, or as white as is said.</summary>
    private RunResult Run(TrainingOptions training, Quiet? observer = null, float white = 0)
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = [.. Enumerable.Repeat(white, 8)], Test = [white, white] }),
            Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Ratio = 0.5 }),
            Architecture = new ConstantArchitecture(new ConstantOptions()),
            Loss = new MeanResidualLoss(new MeanResidualOptions { Slope = 1 }),
            Training = training,
        };
        return new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, observer ?? new Quiet()).Result;
    }
}
