using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>A start network, continuation and gradients together.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly AnalysisProblem _problem = new(seed: 11, mu: 3);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void It_gives_the_centre_of_the_first_solve_and_continuation_that_of_the_others()
    {
        using var network = Network(Options);
        var observed = _problem.Observe();
        var first = network.RunLayers(observed, ContinuationStep.First);
        Assert.True(torch.allclose(observed.Y.sum(dim: 1, keepdim: true).expand(-1, AnalysisProblem.N), ((DeconetState)first).Centre.t()));
        var estimate = network.Estimate(first, observed);
        var second = network.RunLayers(observed, new ContinuationStep { Index = 1, Centre = estimate }, first);
        Assert.True(torch.allclose(estimate, ((DeconetState)second).Centre.t()));
    }

    [Theory]
    [InlineData(GradientRule.Full, true)]
    [InlineData(GradientRule.Full, false)]
    [InlineData(GradientRule.LastLayer, true)]
    public void Its_gradient_through_continuation_is_that_of_finite_differences(GradientRule rule, bool keepDual)
    {
        // W is left out: the step sizes depend on it, and no gradient flows through them. Smoothing is in every layer.
        using var network = Network(Options with { Gradient = rule });
        Loss(network, keepDual).backward();
        var own = network.named_parameters().Where(p => p.name == "start.factor").Select(p => p.parameter).Single();
        var automatic = own.grad!.item<double>();
        if (rule == GradientRule.Full)
            Assert.Equal(Difference(network, own, keepDual), automatic, 1e-6 * Math.Abs(automatic));
        else
            Assert.NotEqual(0, automatic);
    }

    // The control of a continuation: its x0 stays, so it solves the smoothed problem and not the one without smoothing.
    [Fact]
    public void Restarts_with_kept_duals_converge_to_the_smoothed_solution()
    {
        using var noGradient = torch.no_grad();
        using var network = _problem.Network(new DeconetOptions { Layers = 100, StepBalance = 0.5 });
        var observed = _problem.Observe();
        LayerState? state = null;
        for (var j = 0; j < 60; j++)
            state = network.RunLayers(observed, new ContinuationStep { Index = j, KeepDual = j > 0 }, state);
        var expected = Admm.Solve(_problem, _problem.Mu);
        Assert.InRange((AnalysisProblem.Vector(network.Estimate(state!, observed)) - expected).L2Norm() / expected.L2Norm(), 0, 1e-4);
    }

    private static DeconetOptions Options => new() { Layers = 5 };

    private static double Difference(DeconetNetwork network, Parameter parameter, bool keepDual)
    {
        const double Step = 1e-6;
        using var constant = torch.no_grad();
        double At(double shift)
        {
            parameter.add_(shift);
            var loss = Loss(network, keepDual).item<double>();
            parameter.sub_(shift);
            return loss;
        }

        return (At(Step) - At(-Step)) / (2 * Step);
    }

    private static torch.Tensor Loss(DeconetNetwork network, bool keepDual)
    {
        var observed = new AnalysisProblem(seed: 11, mu: 3).Observe();
        var first = network.RunLayers(observed, ContinuationStep.First);
        var second = network.RunLayers(observed, new ContinuationStep { Index = 1, Centre = network.Estimate(first, observed), KeepDual = keepDual }, first);
        return network.Estimate(second, observed).square().mean();
    }

    private DeconetNetwork Network(DeconetOptions options)
    {
        var given = options with { Smoothing = _problem.Mu };
        var problem = new Problem(
            new SignalShape(1, 1, AnalysisProblem.N), new DenseOperator(AnalysisProblem.Tensor(_problem.A)), new NoiseLevel(0.02), new PixelScale(0, 1, 0, 1), torch.CPU);
        return new DeconetNetwork(given, DeconetRules.Of(given), problem, AnalysisProblem.Tensor(_problem.W), new SumStart());
    }

    /// <summary>Every pixel the sum of the measurements, times a parameter that is 1.</summary>
    private sealed class SumStart : UnfoldingNetwork
    {
        private readonly Parameter _factor = new(torch.ones(1, dtype: torch.float64));

        public SumStart()
            : base("sum") => register_parameter("factor", _factor);

        public override int Layers => 0;

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous) =>
            new State(observed.Y.sum(dim: 1, keepdim: true).expand(-1, AnalysisProblem.N) * _factor);

        public override LayerState Layer(LayerState state, Observation observed, int k) => state;

        public override torch.Tensor Estimate(LayerState state, Observation observed) => ((State)state).X.alias();

        private sealed record State(torch.Tensor X) : LayerState;
    }
}
