using TorchSharp;
using Unfold.Deconet;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Measurements;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Ranges of parameters, which the engine keeps whatever the optimizer; and steps of an optimizer without gradients.</summary>
public sealed class ParameterRangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("adam")]
    [InlineData("sgd")]
    [InlineData("random-search")]
    public void Every_optimizers_steps_end_in_the_range(string name)
    {
        IOptimizer optimizer = name switch
        {
            "adam" => new Adam(new AdamOptions { LearningRate = 0.5 }),
            "sgd" => new Sgd(new SgdOptions { LearningRate = 0.5 }),
            _ => new RandomSearch(new RandomSearchOptions()),
        };
        // The loss falls as the level rises, for ever: signals are black, −2 in normalised units.
        double Level(double? largest) => (Run(optimizer, slope: -1, largest).Metrics[MetricNames.TestLoss] / -1) - 2;
        Assert.Equal(0.25, Level(0.25), 1e-3);
        Assert.True(Level(null) > 0.5);
    }

    [Fact]
    public void An_initial_value_outside_is_moved_in_before_anything_is_measured() =>
        Assert.Equal(Run(new Sgd(new SgdOptions()), slope: 1, largest: -1).Metrics[MetricNames.UntrainedTestMse], Run(new Sgd(new SgdOptions()), slope: 1, largest: null, start: -1).Metrics[MetricNames.UntrainedTestMse], 1e-9);

    [Fact]
    public void Without_gradients_none_are_told()
    {
        var search = Run(new RandomSearch(new RandomSearchOptions()), slope: -1, largest: 1);
        Assert.DoesNotContain(MetricNames.MeanGradientNorm, search.Metrics.Keys);
        Assert.DoesNotContain(MetricNames.LargestGradientNorm, search.Metrics.Keys);
        Assert.Contains(MetricNames.MeanGradientNorm, Run(new Sgd(new SgdOptions()), slope: -1, largest: 1).Metrics.Keys);
    }

    [Fact]
    public void There_is_nothing_to_clip_without_gradients()
    {
        var training = Training(new RandomSearch(new RandomSearchOptions())) with { GradientClip = 1 };
        Assert.Equal([nameof(TrainingOptions.GradientClip)], training.Validate(new(training)).SelectMany(r => r.MemberNames));
        Assert.Empty((training with { GradientClip = null }).Validate(new(training)));
    }

    [Fact]
    public void A_network_within_a_network_keeps_its_ranges()
    {
        using var scope = torch.NewDisposeScope();
        using var measurement = new DenseOperator(torch.ones(2, 4));
        var problem = new Problem(new SignalShape(1, 2, 2), measurement, NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);
        var inner = new ConstantArchitecture(new ConstantOptions { Largest = 7 });
        using var network = new Deconet.Deconet(new DeconetOptions { Redundancy = 1, Layers = 2, Start = inner }).Build(problem, new TrainingSample(torch.zeros(1, 4)));
        Assert.Contains("start.level", network.named_parameters().Select(p => p.name));
        Assert.Equal(new ParameterRange(-3, 7), network.RangeOf("start.level"));
        Assert.Null(network.RangeOf("analysis"));
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(double.NaN, 1, false)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity, false)]
    [InlineData(0, 1, true)]
    public void A_range_that_is_none_is_refused(double lower, double upper, bool logarithmic) =>
        Assert.Throws<ArgumentException>(() => new ParameterRange(lower, upper, logarithmic));

    private static TrainingOptions Training(IOptimizer optimizer) => Specimen.Training with { Epochs = 4, BatchSize = 2, ValidationFraction = 0, Optimizer = optimizer };

    private RunResult Run(IOptimizer optimizer, double slope, double? largest, double start = 0)
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = new float[8], Test = new float[2] }),
            Measurement = new Gaussian(new GaussianOptions { Ratio = 0.5 }),
            Architecture = new ConstantArchitecture(new ConstantOptions { Start = start, Largest = largest }),
            Loss = new MeanResidualLoss(new MeanResidualOptions { Slope = slope }),
            Training = Training(optimizer),
        };
        return new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result;
    }
}
