using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Engine.Schedules;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>What a step makes of rate, schedule and clipping, seen on one parameter that starts at 0 and has a known gradient.</summary>
public sealed class StepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_gradient_is_scaled_down_to_its_bound_and_a_smaller_one_left_alone()
    {
        Assert.Equal(-0.01 * 4 * 8, Level(Training, slope: 8), 1e-5);
        Assert.Equal(-0.01 * 4 * 2, Level(Training with { GradientClip = 2 }, slope: 8), 1e-5);
        Assert.Equal(-0.01 * 4 * 1, Level(Training with { GradientClip = 2 }, slope: 1), 1e-5);
    }

    [Fact]
    public void The_schedule_counts_steps_over_all_epochs()
    {
        // Four steps in two parts: factors 1, 1, ½, ½.
        var training = Training with { Schedule = new StepDecay(new StepDecayOptions { Parts = 2, Factor = 0.5 }) };
        Assert.Equal(-0.01 * 3, Level(training, slope: 1), 1e-6);
    }

    [Fact]
    public void Lbfgs_trains_too()
    {
        var spec = Spec(Training with { Optimizer = new Lbfgs(new LbfgsOptions()), CheckpointMinutes = 0, BatchSize = 4 }, new Losses.MeanSquaredError(new Losses.NoOptions()));
        // The best constant for black signals is black.
        Assert.Equal(0, Run(spec).Metrics[MetricNames.TestMse], 1e-8);
    }

    private static TrainingOptions Training => Specimen.Training with
    {
        Epochs = 2,
        BatchSize = 2,
        ValidationFraction = 0,
        Optimizer = new Sgd(new SgdOptions { LearningRate = 0.01 }),
    };

    /// <summary>The parameter after training, read off the error: signals are black, −2 in normalised units.</summary>
    private double Level(TrainingOptions training, double slope) =>
        (Run(Spec(training, new MeanResidualLoss(new MeanResidualOptions { Slope = slope }))).Metrics[MetricNames.TestLoss] / slope) - 2;

    private static TrainingSpec Spec(TrainingOptions training, ILoss loss) => Specimen.Spec with
    {
        Dataset = new FixedSignals(new FixedSignalsOptions { Train = new float[8], Test = new float[2] }),
        Measurement = new Gaussian(new GaussianOptions { Ratio = 0.5 }),
        Architecture = new ConstantArchitecture(new ConstantOptions()),
        Loss = loss,
        Training = training,
    };

    private RunResult Run(TrainingSpec spec) =>
        new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result;
}
