using TorchSharp;
using Unfold.Classical;
using Unfold.Continuation;
using Unfold.Deconet;
using Unfold.Engine.Networks;
using Unfold.Testing;
using Reference = Unfold.Plugins.Tests.StartEstimates.PrimalDualTotalVariation;

namespace Unfold.Plugins.Tests.Classical;

public sealed class TfocsTests : IDisposable
{
    private const int Height = 4;
    private const int Width = 6;
    private const int Measured = 12;
    private const double Sigma = 0.05;
    private const double Smoothing = 2;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(9, torch.CPU);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(AnalysisTransform.Differences)]
    [InlineData(AnalysisTransform.Identity)]
    [InlineData(AnalysisTransform.Dct)]
    [InlineData(AnalysisTransform.Haar)]
    public void Primal_and_dual_objective_meet(AnalysisTransform transform)
    {
        var problem = Draw(torch.float64);
        var y = Measure(problem);
        var observed = new Observation(y, problem.Operator, problem.Noise);
        using var network = Build(problem, new() { Analysis = transform, Smoothing = Smoothing });
        var state = (TfocsState)Run(network, observed, ContinuationStep.First with { Layers = 3000 });

        var analysis = FixedAnalysis.Of(transform, problem);
        // The averages are the duals that converge; x is the one that they give.
        var (v1, v2) = (state.Analysis!.Average, state.Data!.Average);
        var x = state.Centre + ((analysis.Adjoint(v1) - problem.Operator.Adjoint(v2)) / Smoothing);
        var residual = y - problem.Operator.Apply(x);
        var epsilon = problem.Noise.ExpectedNorm(Measured);
        var proximity = (x - state.Centre).square().sum(1) * (Smoothing / 2);
        var primal = analysis.Apply(x).abs().sum(1) + proximity;
        var dual = proximity - (v1 * analysis.Apply(x)).sum(1) - (v2 * residual).sum(1) - (v2.norm(1) * epsilon);
        Assert.InRange(((primal - dual).abs() / (1 + primal.abs() + dual.abs())).max().item<double>(), 0, 1e-4);
        Assert.InRange(((residual.norm(1) - epsilon).clamp_min(0) / y.norm(1)).max().item<double>(), 0, 1e-4);
    }

    [Fact]
    public void Its_iterations_are_those_that_deconet_unfolds()
    {
        var problem = Draw(torch.float32);
        var observed = new Observation(Measure(problem), problem.Operator, problem.Noise);
        using var network = Build(problem, new() { Layers = 25, Smoothing = Smoothing });
        var analysis = FixedAnalysis.Of(AnalysisTransform.Differences, problem);
        var normSquared = problem.Operator.Norm * problem.Operator.Norm;
        using var unfolded = new Unfold.Deconet.Deconet(new DeconetOptions
        {
            // L layers make L − 1 dual updates.
            Layers = 26,
            Redundancy = 2,
            Smoothing = Smoothing,
            StepSizes = StepSizeRule.Decaying,
            Step1 = Smoothing / 2 / analysis.NormSquared,
            Step2 = Smoothing / 2 / normSquared,
            StepDecay1 = 1,
            StepDecay2 = 1,
        }).Build(problem, Sample());
        using (torch.no_grad())
            unfolded.get_parameter("analysis")!.copy_(analysis.Apply(torch.eye(Height * Width)).t());
        var (expected, reached) = (Run(unfolded, observed, ContinuationStep.First), Run(network, observed, ContinuationStep.First));
        Assert.True(torch.allclose(unfolded.Estimate(expected, observed), network.Estimate(reached, observed), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void Continuation_leads_to_the_solution_without_smoothing()
    {
        var problem = Draw(torch.float64);
        var y = Measure(problem);
        using var network = Build(problem, new() { Layers = 60, Smoothing = Smoothing });
        var continuation = new ProximalPoint(new ContinuationOptions { Steps = 50, Dual = DualRule.Keep });
        using var noGradient = torch.no_grad();
        var x = new NetworkRunner(network, continuation).Reconstruct(new Observation(y, problem.Operator, problem.Noise)).Estimate[0];
        var reference = new Reference(problem.Operator.Dense!, y[0], problem.Noise.ExpectedNorm(Measured), Height, Width, isotropic: false);
        var expected = reference.Solve(double.NegativeInfinity, double.PositiveInfinity, 8000);
        Assert.Equal(reference.Objective(expected), reference.Objective(x), 1e-4 * reference.Objective(expected));
    }

    [Fact]
    public void It_starts_at_the_centre_and_goes_on_with_the_duals_that_it_is_given()
    {
        var problem = Draw(torch.float64);
        var observed = new Observation(Measure(problem), problem.Operator, problem.Noise);
        using var network = Build(problem, new() { Layers = 60, Smoothing = Smoothing });
        var centre = torch.randn(3, Height * Width, dtype: torch.float64, generator: _generator);
        Assert.True(torch.allclose(centre, network.Estimate(network.Begin(observed, new ContinuationStep { Centre = centre }, null), observed), rtol: 0, atol: 0));
        // Without smoothing to speak of x is far from the centre, and near it with much.
        double Distance(double factor) =>
            (network.Estimate(Run(network, observed, new ContinuationStep { Centre = centre, SmoothingFactor = factor, Layers = 1000 }), observed) - centre).norm().item<double>();
        Assert.True(Distance(1) > 1.1 * Distance(1000));

        var solved = Run(network, observed, ContinuationStep.First with { Layers = 1000 });
        var again = network.Begin(observed, new ContinuationStep { KeepDual = true }, solved);
        Assert.True(torch.allclose(network.Estimate(solved, observed), network.Estimate(again, observed), atol: 1e-6));
    }

    [Fact]
    public void It_takes_the_operator_of_the_observation()
    {
        var (built, other) = (Draw(torch.float64), Draw(torch.float64));
        var observed = new Observation(Measure(other), new MatrixFree(other.Operator), other.Noise);
        using var first = Build(built, new() { Layers = 20 });
        using var second = Build(other, new() { Layers = 20 });
        Assert.True(torch.allclose(first.Estimate(Run(first, observed, ContinuationStep.First), observed), second.Estimate(Run(second, observed, ContinuationStep.First), observed)));
    }

    [Fact]
    public void It_has_no_parameters_and_one_seed_gives_one_network()
    {
        var problem = Draw(torch.float32);
        using var network = Build(problem, new() { Layers = 7, Analysis = AnalysisTransform.Dct });
        Assert.Empty(network.parameters());
        Assert.Equal(7, network.Layers);
        var check = NetworkChecks.Deterministic(new Tfocs(new TfocsOptions()), problem, Sample(), new Observation(Measure(problem), problem.Operator, problem.Noise));
        Assert.True(check.Passed, check.Message);
    }

    private static TrainingSample Sample() => new(torch.zeros(1, Height * Width));

    private static UnfoldingNetwork Build(Problem problem, TfocsOptions options) => new Tfocs(options).Build(problem, Sample());

    private static LayerState Run(UnfoldingNetwork network, Observation observed, ContinuationStep step)
    {
        using var noGradient = torch.no_grad();
        return network.RunLayers(observed, step);
    }

    private Problem Draw(torch.ScalarType dtype) => new(
        new SignalShape(1, Height, Width),
        new DenseOperator(torch.randn(Measured, Height * Width, dtype: dtype, generator: _generator) / Math.Sqrt(Measured)),
        new NoiseLevel(Sigma),
        new PixelScale(0, 1, 0, 1),
        torch.CPU);

    private torch.Tensor Measure(Problem problem)
    {
        var dtype = problem.Operator.Dense!.dtype;
        var image = torch.cat([torch.zeros(Height, Width / 2, dtype: dtype), torch.ones(Height, Width / 2, dtype: dtype)], dim: 1).reshape(1, -1);
        var signals = image + (torch.randn(3, Height * Width, dtype: dtype, generator: _generator) * 0.3);
        return problem.Operator.Apply(signals) + (torch.randn(3, Measured, dtype: dtype, generator: _generator) * Sigma);
    }
}
