using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>Proximal-point continuation leads from the smoothed problem to the problem without smoothing.</summary>
public sealed class ContinuationTests
{
    [Fact]
    public void Enough_layers_a_step_converge_from_above_to_the_unsmoothed_solution()
    {
        var problem = new AnalysisProblem(mu: 3);
        var unsmoothed = Admm.Solve(problem, mu: 0);
        var steps = Continue(problem, layers: 2000, count: 15, keepDual: false);

        var objectives = steps.Select(x => (problem.W * x).L1Norm()).ToList();
        var optimum = (problem.W * unsmoothed).L1Norm();
        Assert.All(objectives, f => Assert.True(f >= optimum * (1 - 1e-5)));
        Assert.All(objectives.Zip(objectives.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-6), $"{pair.First} then {pair.Second}"));
        Assert.True(Distance(steps[^1], unsmoothed) < 0.1 * Distance(steps[0], unsmoothed), $"{Distance(steps[0], unsmoothed)} then {Distance(steps[^1], unsmoothed)}");
    }

    [Fact]
    public void With_kept_duals_few_layers_a_step_are_enough()
    {
        var problem = new AnalysisProblem();
        var unsmoothed = Admm.Solve(problem, mu: 0, iterations: 60_000);
        Assert.InRange(Distance(Continue(problem, layers: 50, count: 200, keepDual: true)[^1], unsmoothed), 0, 1e-4);
    }

    // As a user of five layers a step would have it: x0 alone moves, and the steps are no proximal-point method.
    [Fact]
    public void Few_layers_a_step_with_reset_duals_do_not_get_there()
    {
        var problem = new AnalysisProblem();
        Assert.True(Distance(Continue(problem, layers: 5, count: 200, keepDual: false)[^1], Admm.Solve(problem, mu: 0)) > 0.01);
    }

    private static double Distance(Vector<double> x, Vector<double> to) => (x - to).L2Norm() / to.L2Norm();

    private static List<Vector<double>> Continue(AnalysisProblem problem, int layers, int count, bool keepDual)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var network = problem.Network(new DeconetOptions { Layers = layers, StepBalance = 0.5 });
        var observed = problem.Observe();
        var estimates = new List<Vector<double>>();
        LayerState? state = null;
        torch.Tensor? centre = null;
        for (var j = 0; j < count; j++)
        {
            state = network.RunLayers(observed, new ContinuationStep { Index = j, Centre = centre, KeepDual = keepDual && j > 0 }, state);
            centre = network.Estimate(state, observed);
            estimates.Add(AnalysisProblem.Vector(centre));
        }

        return estimates;
    }
}
