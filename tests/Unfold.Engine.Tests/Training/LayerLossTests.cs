using TorchSharp;
using Unfold.Continuation;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Landscapes;
using Unfold.Engine.Runs;
using Unfold.Losses;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>A loss of every layer's estimate in a run: the engine collects the estimates where any of the run's losses looks at them.</summary>
public sealed class LayerLossTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void On_the_last_layer_alone_it_trains_as_the_loss_inside()
    {
        var last = Run(Spec(new LayersOptions { Weighting = LayerWeighting.Last }));
        Assert.Equal(Run(Spec(null)).ParametersSha256, last.ParametersSha256);
        Assert.NotEqual(last.ParametersSha256, Run(Spec(new LayersOptions())).ParametersSha256);
    }

    [Fact]
    public void It_is_found_inside_another_loss_and_beside_the_training_loss()
    {
        var layers = new Layers(new LayersOptions());
        var nested = Spec(null) with { Loss = new HookedLoss(new NumbersOptions { Inner = layers }) };
        Assert.Equal(Run(Spec(new LayersOptions())).Metrics[MetricNames.TestLoss], Run(nested).Metrics[MetricNames.TestLoss]);
        var beside = Spec(null) with { Training = Specimen.Training with { EvaluationLosses = [layers] } };
        Assert.True(Run(beside).Metrics[MetricNames.Loss("test", "layers")] > 0);
    }

    [Fact]
    public void Under_every_protocol_at_once()
    {
        var spec = Spec(new LayersOptions { Weighting = LayerWeighting.Geometric });
        var training = spec.Training with { LayerWise = [1], GradientLayers = 2, Recompute = RecomputeRule.SquareRoot, EmaDecay = 0.9 };
        var result = Run(spec with { Continuation = new ProximalPoint(new ContinuationOptions { Steps = 2 }), Training = training });
        Assert.Equal(RunStatus.Completed, result.Status);
        Assert.True(result.Metrics[MetricNames.TestMse] < result.Metrics[MetricNames.UntrainedTestMse]);
    }

    [Fact]
    public void A_run_opened_again_has_the_estimates_of_all_layers_and_the_whole_gradient()
    {
        var spec = Spec(new LayersOptions());
        spec = spec with { Training = spec.Training with { GradientLayers = 1, Recompute = RecomputeRule.SquareRoot, LayerWise = [1], EmaDecay = 0.9 } };
        var outcome = Execute(spec);
        using var run = FinishedRun.Open(outcome.Folder, spec);
        Assert.Equal(outcome.Result.Metrics[MetricNames.TestLoss], run.Evaluator.Evaluate(run.Prepared.Test, EvaluatedSplit.Test).Loss);
        using var scope = torch.NewDisposeScope();
        using var losses = new LandscapeLosses(run, new LandscapeOptions());
        losses.Objective().backward();
        Assert.All(run.Runner.Network.parameters(), parameter => Assert.NotNull(parameter.grad));
    }

    private static TrainingSpec Spec(LayersOptions? options) => Specimen.Spec with
    {
        Architecture = new LayeredArchitecture(new LayeredOptions { Layers = 4 }),
        Loss = options is null ? new MeanSquaredError(new NoOptions()) : new Layers(options),
    };

    private RunResult Run(TrainingSpec spec) => Execute(spec).Result;

    private RunOutcome Execute(TrainingSpec spec) => new TrainingRun("x", "v", spec).Execute(new RunOptions { OutFolder = _folder.Path, Force = true }, new Quiet());
}
