using TorchSharp;
using TorchSharp.Modules;
using Unfold.Continuation;
using Unfold.Deconet;
using Unfold.Engine.Networks;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Runs;
using Unfold.Engine.Tests.Networks;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Training layer by layer: the new layer's own parameters first, then all layers so far.</summary>
public sealed class LayerWiseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        LayeredArchitecture.Asked = null;
        _folder.Dispose();
    }

    [Fact]
    public void The_stage_is_a_function_of_the_step_and_the_last_one_takes_the_rest()
    {
        using var laboratory = new Laboratory();
        using var network = laboratory.Build(new LayeredArchitecture(new LayeredOptions()));
        var plan = StagePlan.Of(Training with { LayerWise = [1, 0.2, 0.02] }, network, [.. network.parameters()], totalSteps: 20);
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 8, 8, 8], Enumerable.Range(0, 21).Select(step => plan.NumberAt(step)));
        Assert.Equal([1, 0.2, 0.02, 1, 0.2, 0.02, 1, 0.2, 0.02], Enumerable.Range(0, 9).Select(i => plan[i].RateFactor));
        Assert.Equal([1, 1, 1, 2, 2, 2, null, null, null], Enumerable.Range(0, 9).Select(i => plan[i].Layers));
        var named = network.named_parameters().ToList();
        Assert.Equal(
            ["gain step0", "gain step0", "gain step0", "gain step1", "gain step0 step1", "gain step0 step1", "gain step2", "gain step0 step1 step2", "gain step0 step1 step2"],
            Enumerable.Range(0, 9).Select(i => string.Join(' ', plan[i].Parameters.Select(p => named.Single(n => ReferenceEquals(n.parameter, p)).name).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void What_is_not_trained_has_no_gradient_and_does_not_move_by_a_bit()
    {
        using var laboratory = new Laboratory();
        using var network = laboratory.Build(new LayeredArchitecture(new LayeredOptions { Dropout = 0.1 }));
        var parameters = network.named_parameters().ToDictionary(p => p.name, p => p.parameter, StringComparer.Ordinal);
        const int Steps = 24;
        var plan = StagePlan.Of(Training with { LayerWise = [1, 0.5] }, network, [.. parameters.Values], Steps);
        // Momentum and weight decay would move what is only given zeros for a gradient.
        using var update = new StagedUpdate(new Optimizers.AdamW(new AdamOptions { WeightDecay = 0.1, LearningRate = 0.01 }), new ParameterBounds(network, parameters), [.. parameters.Values], plan);
        var runner = new NetworkRunner(network, new NoContinuation(new NoContinuationOptions()));
        for (var step = 0; step < Steps; step++)
        {
            var before = parameters.ToDictionary(p => p.Key, p => Bits(p.Value), StringComparer.Ordinal);
            runner.Pass = new ForwardPass { Layers = update.Stage.Layers };
            using (torch.NewDisposeScope())
            {
                update.Current.Step(
                    () =>
                    {
                        foreach (var parameter in update.Stage.Parameters)
                            parameter.grad?.zero_();
                        var loss = runner.Reconstruct(laboratory.Observe()).Estimate.square().mean();
                        runner.Backward(loss);
                        return loss.detach();
                    },
                    0.01);
            }

            foreach (var (name, parameter) in parameters)
            {
                var isTrained = update.Stage.Parameters.Contains(parameter);
                Assert.Equal(isTrained, before[name] != Bits(parameter));
                Assert.Equal(isTrained, parameter.grad is not null);
            }

            update.MoveTo(step + 1);
        }
    }

    [Fact]
    public void Training_runs_the_layers_so_far_and_evaluation_all_of_them()
    {
        LayeredArchitecture.Asked = [];
        // Eight steps of two epochs over 54 signals: 2 stages for each of 3 layers, one step each, three for the last.
        var result = Run(Layered with { Training = Training with { LayerWise = [1, 0.2] } });
        Assert.Equal([1, 1, 2, 2, 3, 3, 3, 3], LayeredArchitecture.Asked);
        Assert.Equal(4, result.Metrics[MetricNames.ParametersCount]);
        var untrained = Run(Layered with { Training = Training with { Epochs = 0 } });
        Assert.Equal(untrained.Metrics[MetricNames.TestMse], result.Metrics[MetricNames.UntrainedTestMse]);
    }

    [Fact]
    public void Every_solve_of_a_continuation_is_cut_to_the_layers_so_far()
    {
        LayeredArchitecture.Asked = [];
        Run(Layered with { Continuation = new ProximalPoint(new ContinuationOptions { Steps = 2, Layers = 2 }), Training = Training with { LayerWise = [1] } });
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], LayeredArchitecture.Asked);
    }

    // One layer with a known gradient of 1: two steps at the rate, two at half of it.
    [Fact]
    public void The_factor_is_on_the_rate()
    {
        var spec = Specimen.Spec with
        {
            Dataset = new FixedSignals(new FixedSignalsOptions { Train = new float[8], Test = new float[2] }),
            Measurement = new Measurements.Gaussian(new Measurements.GaussianOptions { Ratio = 0.5 }),
            Architecture = new ConstantArchitecture(new ConstantOptions { Layers = 1 }),
            Loss = new MeanResidualLoss(new MeanResidualOptions { Slope = 1 }),
            Training = Training with { BatchSize = 2, ValidationFraction = 0, Optimizer = new Sgd(new SgdOptions { LearningRate = 0.01 }), LayerWise = [1, 0.5] },
        };
        Assert.Equal(-0.01 * (2 + (2 * 0.5)), Run(spec).Metrics[MetricNames.TestLoss] - 2, 1e-6);
    }

    [Fact]
    public void A_network_whose_layers_share_everything_grows_and_is_trained_throughout()
    {
        var spec = Specimen.Spec with { Architecture = new Deconet.Deconet(new DeconetOptions { Layers = 4, Redundancy = 2 }), Training = Training with { LayerWise = [1] } };
        Assert.NotEqual(Run(spec).ParametersSha256, Run(spec with { Training = Training }).ParametersSha256);
    }

    [Fact]
    public void What_cannot_be_trained_so_is_refused_with_the_reason()
    {
        Assert.Contains("9 stages", Refused(Layered with { Training = Training with { LayerWise = [1, 0.2, 0.02] } }), StringComparison.Ordinal);
        Assert.Contains("no layers", Refused(Layered with { Architecture = new ConstantArchitecture(new ConstantOptions()), Training = Training with { LayerWise = [1] } }), StringComparison.Ordinal);
        var patient = Layered with { Training = Training with { LayerWise = [1], Patience = 2 } };
        Assert.StartsWith("training.patience", Assert.Throws<UnfoldException>(() => Run(patient)).Message, StringComparison.Ordinal);
    }

    private static TrainingOptions Training => Specimen.Training;

    private static TrainingSpec Layered => Specimen.Spec with { Architecture = new LayeredArchitecture(new LayeredOptions()) };

    private static string Bits(Parameter parameter) => Convert.ToHexString(parameter.detach().bytes);

    private string Refused(TrainingSpec spec)
    {
        var error = Assert.Throws<UnfoldException>(() => Run(spec));
        Assert.Equal("UFT020", error.Code);
        return error.Message;
    }

    private RunResult Run(TrainingSpec spec) =>
        new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet()).Result;
}
