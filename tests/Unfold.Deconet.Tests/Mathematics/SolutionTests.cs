using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>With enough layers the corrected network solves the smoothed ℓ1-analysis problem.</summary>
public sealed class SolutionTests
{
    private const int Many = 6000;

    [Theory]
    [InlineData(null)]
    [InlineData(0.5)]
    public void The_limit_of_the_layers_is_the_solution_that_admm_finds(double? stepBalance)
    {
        var problem = new AnalysisProblem();
        var (x, _, _) = Solve(problem, new DeconetOptions { Layers = Many, StepBalance = stepBalance });
        var expected = Admm.Solve(problem, problem.Mu);
        Assert.InRange((x - expected).L2Norm() / expected.L2Norm(), 0, 1e-4);
        // The reference is itself feasible, and the constraint is active: the test would mean little otherwise.
        Assert.InRange((problem.Y - (problem.A * expected)).L2Norm() / problem.Epsilon, 0.999, 1.000001);
    }

    [Fact]
    public void With_a_box_in_its_layers_the_limit_is_the_solution_of_the_problem_with_that_constraint()
    {
        var problem = new AnalysisProblem(inBox: true);
        var (x, _, _) = Solve(problem, new DeconetOptions { Layers = Many, Box = OutputRangeRule.Dataset });
        var expected = Admm.Solve(problem, problem.Mu, box: true);
        Assert.InRange((x - expected).L2Norm() / expected.L2Norm(), 0, 1e-4);
        // The box is active and more than a cut of the other solution, or the test would mean little.
        var cut = Admm.Solve(problem, problem.Mu).Map(value => Math.Clamp(value, 0, 1));
        Assert.True((cut - expected).L2Norm() / expected.L2Norm() > 0.01);
    }

    [Fact]
    public void At_the_limit_primal_and_dual_objective_meet_and_the_constraint_holds()
    {
        var problem = new AnalysisProblem();
        var (x, v1, v2) = Solve(problem, new DeconetOptions { Layers = Many });
        var (moved, residual) = ((x - problem.Centre).L2Norm(), problem.Y - (problem.A * x));
        var quadratic = problem.Mu / 2 * moved * moved;
        var primal = (problem.W * x).L1Norm() + quadratic;
        var dual = quadratic - (v1 * (problem.W * x)) - (v2 * residual) - (problem.Epsilon * v2.L2Norm());

        Assert.InRange(Math.Abs(primal - dual) / (1 + Math.Abs(primal) + Math.Abs(dual)), 0, 1e-4);
        Assert.InRange(Math.Max(0, residual.L2Norm() - problem.Epsilon) / problem.Y.L2Norm(), 0, 1e-6);
        Assert.InRange(v1.InfinityNorm(), 0, 1 + 1e-12);
        var stationary = problem.Centre + ((problem.W.TransposeThisAndMultiply(v1) - problem.A.TransposeThisAndMultiply(v2)) / problem.Mu);
        Assert.InRange((x - stationary).L2Norm() / x.L2Norm(), 0, 1e-12);
    }

    [Fact]
    public void The_published_rules_do_not_solve_it()
    {
        // What the options are for: each of these alone leads elsewhere.
        var problem = new AnalysisProblem();
        var expected = Admm.Solve(problem, problem.Mu);
        DeconetOptions[] published =
        [
            new() { Layers = 2000, DualBound = DualBoundRule.StepSize },
            new() { Layers = 2000, Shrinkage = ShrinkageRule.Elementwise },
            new() { Layers = 2000, StepSizes = StepSizeRule.Decaying },
        ];
        Assert.All(published, options => Assert.True((Solve(problem, options).X - expected).L2Norm() / expected.L2Norm() > 1e-3, options.ToString()));
    }

    private static (Vector<double> X, Vector<double> V1, Vector<double> V2) Solve(AnalysisProblem problem, DeconetOptions options)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var network = problem.Network(options);
        var state = (DeconetState)network.RunLayers(problem.Observe(), ContinuationStep.First);
        return (AnalysisProblem.Vector(state.X), AnalysisProblem.Vector(state.Analysis!.Combined), AnalysisProblem.Vector(state.Data!.Combined));
    }
}
