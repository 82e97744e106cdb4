using TorchSharp;

namespace Unfold.Deconet.Tests.Mathematics;

public sealed class LayersAreIterationsTests
{
    // L layers make L − 1 dual updates: the first only gives x₀.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(50)]
    public void Layers_are_iterations_of_the_algorithm(int layers)
    {
        foreach (var gradient in new[] { true, false })
        {
            using var scope = torch.NewDisposeScope();
            using var mode = torch.set_grad_enabled(gradient);
            var problem = new AnalysisProblem(seed: 11, mu: 3);
            using var network = problem.Network(new DeconetOptions { Layers = layers });
            var state = (DeconetState)network.RunLayers(problem.Observe(), ContinuationStep.First);
            var expected = PlainIteration.Run(problem, state.Steps.First.item<double>(), state.Steps.Second.item<double>(), layers - 1);
            var worst = AnalysisProblem.Vector(state.X).Zip(expected, (a, b) => Math.Abs(a - b)).Max();
            Assert.InRange(worst / expected.Max(Math.Abs), 0, 1e-11);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_steps_satisfy_the_exact_condition_and_waste_little_of_it(double? balance)
    {
        using var scope = torch.NewDisposeScope();
        var problem = new AnalysisProblem();
        using var network = problem.Network(new DeconetOptions { Layers = 2, StepBalance = balance });
        var steps = ((DeconetState)network.RunLayers(problem.Observe(), ContinuationStep.First)).Steps;
        var (t1, t2) = (steps.First.item<double>(), steps.Second.item<double>());

        var largest = ((t1 * problem.W.TransposeThisAndMultiply(problem.W)) + (t2 * problem.A.TransposeThisAndMultiply(problem.A))).Evd().EigenValues.Max(v => v.Real);
        Assert.InRange(largest, 0, problem.Mu);

        var (w, a) = (Math.Pow(problem.W.L2Norm(), 2), Math.Pow(problem.A.L2Norm(), 2));
        var omega = balance ?? a / (a + w);
        // ‖W‖ is estimated: twenty power iterations on a matrix of this size miss it by up to four per cent, two of which the margin covers.
        Assert.InRange(t1 / ((1 - omega) * problem.Mu / w), 0.94, 1.05);
        Assert.InRange(t2 / (omega * problem.Mu / a), 0.94, 1.05);
    }
}
