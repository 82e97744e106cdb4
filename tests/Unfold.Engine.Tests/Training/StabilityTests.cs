using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Engine.Training;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>What a run tells of how steadily it trained, and where it stops.</summary>
public sealed class StabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_straight_curve_is_not_rough() => Assert.Equal(0, StabilityFigures.Roughness([4, 3, 2, 1]), 1e-15);

    // Second differences −4s, 4s, −4s around 1, over √6.
    [Fact]
    public void A_zigzag_is_rough_by_hand() => Assert.Equal(4 * 0.1 / Math.Sqrt(6) / 0.9, StabilityFigures.Roughness([1.1, 0.9, 1.1, 0.9, 1.1, 0.9]), 1e-12);

    [Fact]
    public void Independent_deviations_give_their_size()
    {
        var random = new Random(1);
        var curve = Enumerable.Range(0, 20_000).Select(i => 1 + (0.01 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))).Append(1).ToList();
        Assert.Equal(0.01, StabilityFigures.Roughness(curve), 3e-4);
    }

    [Fact]
    public void Gradient_norms_are_those_before_clipping()
    {
        var result = Run(Training with { GradientClip = 2 }, slope: 8, level: 0);
        Assert.Equal(8, result.Metrics[MetricNames.MeanGradientNorm], 1e-5);
        Assert.Equal(8, result.Metrics[MetricNames.LargestGradientNorm], 1e-5);
    }

    [Fact]
    public void Training_ends_when_validation_stops_improving_and_tells_where_it_was_best()
    {
        // Signals are black, −2 in normalised units; a step of 1 leads from 1 towards it for three epochs, then past it.
        var result = Run(Training with { Patience = 2, Epochs = 9, Optimizer = new Sgd(new SgdOptions { LearningRate = 1 }) }, slope: 1, level: 1, white: 0.3f);
        var (best, last) = (result.Metrics[MetricNames.BestEpoch], result.Metrics[MetricNames.TrainEpochs]);
        Assert.InRange(best, 1, 6);
        Assert.Equal(best + 2, last);
    }

    [Fact]
    public void Patience_needs_validation_signals() =>
        Assert.Equal("UFT002", Assert.Throws<UnfoldException>(() => Run(Training with { Patience = 2, ValidationFraction = 0 }, slope: 1, level: 0)).Code);

    private static TrainingOptions Training => Specimen.Training with
    {
        Epochs = 2,
        BatchSize = 8,
        ValidationFraction = 0.25,
        Optimizer = new Sgd(new SgdOptions { LearningRate = 0.01 }),
    };

    private RunResult Run(TrainingOptions training, double slope, double level, float white = 0)
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = [.. Enumerable.Repeat(white, 8)], Test = new float[2] }),
            Measurement = new Gaussian(new GaussianOptions { Ratio = 0.5 }),
            Architecture = new ConstantArchitecture(new ConstantOptions { Start = level }),
            Loss = new MeanResidualLoss(new MeanResidualOptions { Slope = slope }),
            Training = training,
        };
        return new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result;
    }
}
