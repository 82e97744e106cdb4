using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace Unfold.Deconet.Tests;

/// <summary>The corrected network solves the problem that it unrolls (TFOCS: Becker, Candès, Grant 2011), in double precision.</summary>
public sealed class OptimalityTests
{
    private const int ManyLayers = 10_000;
    private const double Smoothing = 1;

    [Fact]
    public void Many_layers_reach_the_solution_with_no_duality_gap_within_the_constraint()
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var problem = new SmallProblem(Options(ManyLayers));
        var state = (DeconetState)problem.Network.RunLayers(problem.Observed, ContinuationStep.First);
        var (x, v1, v2) = (Vector(state.X), Vector(state.Analysis!.Combined), Vector(state.Data!.Combined));

        var distance = (x - problem.Centre).L2Norm();
        var quadratic = Smoothing / 2 * distance * distance;
        var primal = (problem.W * x).L1Norm() + quadratic;
        var misfit = problem.Y - (problem.A * x);
        var dual = quadratic - v1.DotProduct(problem.W * x) - v2.DotProduct(misfit) - (problem.Bound * v2.L2Norm());
        Assert.InRange(Math.Abs(primal - dual) / (1 + Math.Abs(primal) + Math.Abs(dual)), 0, 1e-4);
        Assert.InRange(Math.Max(0, misfit.L2Norm() - problem.Bound) / problem.Y.L2Norm(), 0, 1e-6);

        var reference = Admm.Solve(problem, problem.Centre, Smoothing, iterations: 20_000);
        Assert.InRange((x - reference).L2Norm() / reference.L2Norm(), 0, 1e-4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void L_layers_are_L_minus_one_dual_iterations(int layers)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var problem = new SmallProblem(Options(layers));
        var state = (DeconetState)problem.Network.RunLayers(problem.Observed, ContinuationStep.First);
        var expected = Iterate(problem, state.Steps.First.to(torch.float64).item<double>(), state.Steps.Second.to(torch.float64).item<double>(), layers - 1);
        Assert.InRange((Vector(state.X) - expected).L2Norm(), 0, 1e-6 * expected.L2Norm());
    }

    [Fact]
    public void Proximal_point_steps_with_kept_duals_reach_the_solution_without_smoothing()
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        using var problem = new SmallProblem(Options(2000));
        LayerState? state = null;
        torch.Tensor? centre = null;
        for (var j = 0; j < 12; j++)
        {
            state = problem.Network.RunLayers(problem.Observed, ContinuationStep.First with { Index = j, Centre = centre, KeepDual = j > 0 }, state);
            centre = problem.Network.Estimate(state, problem.Observed);
        }

        // Nothing but the smallest smoothing separates the reference from the unsmoothed problem.
        var reference = Admm.Solve(problem, problem.Centre, smoothing: 1e-9, iterations: 60_000);
        Assert.InRange((Vector(centre!.t()) - reference).L2Norm() / reference.L2Norm(), 0, 1e-3);
    }

    // Balanced steps: those for classical solving.
    private static DeconetOptions Options(int layers) => new() { Layers = layers, Redundancy = 2, Smoothing = Smoothing, StepBalance = 0.5 };

    // The iteration of TFOCS (auslender-teboulle), written out: z by a prox step at the last x, v the average, x from their mixture.
    private static Vector<double> Iterate(SmallProblem problem, double t1, double t2, int iterations)
    {
        var (x, theta) = (problem.Centre, 1.0);
        var (z1, v1) = (Vector<double>.Build.Dense(SmallProblem.Rows), Vector<double>.Build.Dense(SmallProblem.Rows));
        var (z2, v2) = (Vector<double>.Build.Dense(SmallProblem.M), Vector<double>.Build.Dense(SmallProblem.M));
        for (var k = 0; k < iterations; k++)
        {
            z1 = (z1 - (t1 / theta * (problem.W * x))).Map(v => Math.Clamp(v, -1, 1));
            var point = z2 - (t2 / theta * (problem.Y - (problem.A * x)));
            z2 = point * Math.Max(0, 1 - (t2 / theta * problem.Bound / point.L2Norm()));
            (v1, v2) = (((1 - theta) * v1) + (theta * z1), ((1 - theta) * v2) + (theta * z2));
            theta = 2 / (1 + Math.Sqrt(1 + (4 / (theta * theta))));
            var (c1, c2) = (((1 - theta) * v1) + (theta * z1), ((1 - theta) * v2) + (theta * z2));
            x = problem.Centre + ((problem.W.TransposeThisAndMultiply(c1) - problem.A.TransposeThisAndMultiply(c2)) / problem.Smoothing);
        }

        return x;
    }

    private static Vector<double> Vector(torch.Tensor column) => Vector<double>.Build.DenseOfArray(column.contiguous().reshape(-1).data<double>().ToArray());
}
