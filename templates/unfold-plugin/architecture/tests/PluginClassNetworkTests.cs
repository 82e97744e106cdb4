using TorchSharp;
using Unfold;
using Unfold.Engine.Networks;
using Unfold.Testing;

namespace PluginNamespace.Tests;

public class PluginClassNetworkTests
{
    private const double Sparsity = 0.1;

    private static readonly SignalShape Shape = new(1, 6, 6);

    // As 'unfold plugins check Plugin-Name' does, with the default options.
    [Fact]
    public void It_keeps_what_the_contract_promises() =>
        Assert.All(ConformanceSuite.Of(() => new PluginClassArchitecture(new())), check => Assert.False(check.Failed, check.ToString()));

    [Fact]
    public void Every_layer_of_the_untrained_network_decreases_the_objective_of_ista()
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var problem = NewProblem();
        var network = new PluginClassNetwork(new() { Layers = 20, Sparsity = Sparsity }, problem);
        var basis = CosineBasis.Of(Shape);
        var observed = Observe(problem, 3);

        var state = network.Begin(observed, ContinuationStep.First, null);
        var objectives = new List<double> { Objective(state) };
        for (var k = 0; k < network.Layers; k++)
            objectives.Add(Objective(state = network.Layer(state, observed, k)));

        Assert.All(objectives.Zip(objectives.Skip(1)), pair => Assert.True(pair.Second < pair.First, string.Join(", ", objectives)));

        double Objective(LayerState at)
        {
            var x = network.Estimate(at, observed);
            var misfit = (problem.Operator.Apply(x) - observed.Y).square().sum() / 2;
            return (misfit + (torch.mm(x, basis.t()).abs().sum() * Sparsity)).item<float>();
        }
    }

    [Fact]
    public void Estimates_have_the_shape_of_signals_and_passes_leave_nothing_behind()
    {
        using var scope = torch.NewDisposeScope();
        var problem = NewProblem();
        var runner = new NetworkRunner(new PluginClassNetwork(new() { Layers = 3 }, problem), new OneSolve());

        Assert.All(
            [NetworkChecks.Shapes(runner, batch => Observe(problem, batch), Shape.Length), NetworkChecks.Leaks(runner, () => Observe(problem, 4))],
            check => Assert.True(check.Passed, check.ToString()));
    }

    private static Problem NewProblem()
    {
        using var generator = new torch.Generator(1, torch.CPU);
        var measurement = new DenseOperator(torch.randn(12, Shape.Length, generator: generator) / Math.Sqrt(12));
        return new Problem(Shape, measurement, NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);
    }

    private static Observation Observe(Problem problem, int batch)
    {
        using var generator = new torch.Generator(2, torch.CPU);
        return new Observation(problem.Operator.Apply(torch.randn(batch, Shape.Length, generator: generator)), problem.Operator, problem.Noise);
    }

    private sealed class OneSolve : IContinuation
    {
        public object Options => this;

        public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
    }
}
