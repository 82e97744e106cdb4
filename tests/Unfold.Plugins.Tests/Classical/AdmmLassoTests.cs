using TorchSharp;
using Unfold.Classical;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Classical;

public sealed class AdmmLassoTests : IDisposable
{
    private const int Length = 30;
    private const double Lambda = 0.3;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(7, torch.CPU);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(12, 1, false)]
    [InlineData(12, 0.2, false)]
    [InlineData(45, 1, false)]
    [InlineData(12, 1, true)]
    [InlineData(45, 1, true)]
    public void Its_limit_satisfies_the_conditions_of_the_minimum(int m, double rho, bool isMatrixFree)
    {
        var problem = Draw(m, isMatrixFree);
        var y = Measure(problem);
        var estimate = Estimate(problem, y, new() { Lambda = Lambda, Rho = rho, Layers = 2000 });
        // Aᵀ(y − Ax) is λ sign(x) where x is not zero, and no larger anywhere.
        var slope = problem.Operator.Adjoint(y - problem.Operator.Apply(estimate)).to(torch.float64);
        var x = estimate.to(torch.float64);
        var active = x != 0;
        // Without a matrix the system is built from products in single precision.
        var accuracy = isMatrixFree ? 1e-4 : 1e-7;
        Assert.InRange(slope.abs().max().item<double>(), 0, Lambda * (1 + accuracy));
        Assert.InRange((slope - (x.sign() * Lambda)).where(active, torch.zeros_like(x)).abs().max().item<double>(), 0, accuracy);
        Assert.InRange(active.sum(1).min().item<long>(), 1, Length - 1);
    }

    [Fact]
    public void Another_algorithm_finds_the_same()
    {
        var problem = Draw(12, isMatrixFree: false);
        var y = Measure(problem);
        var x = torch.zeros(y.shape[0], Length, dtype: torch.float64);
        var step = 1 / (problem.Operator.Norm * problem.Operator.Norm);
        for (var i = 0; i < 5000; i++)
        {
            using var scope = torch.NewDisposeScope();
            var moved = x + (problem.Operator.Adjoint(y - problem.Operator.Apply(x)) * step);
            x = (moved - moved.clamp(-Lambda * step, Lambda * step)).MoveToOuterDisposeScope();
        }

        Assert.True(torch.allclose(x, Estimate(problem, y, new() { Lambda = Lambda, Layers = 2000 }), rtol: 0, atol: 1e-6));
    }

    [Fact]
    public void It_takes_the_operator_of_the_observation()
    {
        var (built, other) = (Draw(12, isMatrixFree: false), Draw(9, isMatrixFree: false));
        var y = Measure(other);
        var options = new AdmmLassoOptions { Lambda = Lambda, Layers = 50 };
        Assert.True(torch.allclose(Estimate(other, y, options), Run(new AdmmLasso(options).Build(built, Sample()), other, y), rtol: 0, atol: 0));
    }

    [Fact]
    public void It_has_no_parameters_and_one_seed_gives_one_network()
    {
        var problem = Draw(12, isMatrixFree: false);
        var architecture = new AdmmLasso(new AdmmLassoOptions { Layers = 7 });
        using var network = architecture.Build(problem, Sample());
        Assert.Empty(network.parameters());
        Assert.Equal(7, network.Layers);
        var check = NetworkChecks.Deterministic(architecture, Single(), Sample(), new Observation(torch.ones(2, 4), Single().Operator, NoiseLevel.None));
        Assert.True(check.Passed, check.Message);
    }

    private static TrainingSample Sample() => new(torch.zeros(1, Length));

    private static Problem Single() => new(new SignalShape(1, 1, 5), new DenseOperator(torch.ones(4, 5) + torch.eye(4, 5)), NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);

    private static torch.Tensor Estimate(Problem problem, torch.Tensor y, AdmmLassoOptions options) => Run(new AdmmLasso(options).Build(problem, Sample()), problem, y);

    private static torch.Tensor Run(UnfoldingNetwork network, Problem problem, torch.Tensor y)
    {
        using var noGradient = torch.no_grad();
        var observed = new Observation(y, problem.Operator, problem.Noise);
        return network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed);
    }

    /// <summary>In float64 where there is a matrix.</summary>
    private Problem Draw(int m, bool isMatrixFree)
    {
        var dense = new DenseOperator(torch.randn(m, Length, dtype: isMatrixFree ? torch.float32 : torch.float64, generator: _generator) / Math.Sqrt(m));
        return new Problem(new SignalShape(1, 1, Length), isMatrixFree ? new MatrixFree(dense) : dense, NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);
    }

    private torch.Tensor Measure(Problem problem)
    {
        var dtype = problem.Operator.Dense?.dtype ?? torch.float32;
        var signals = torch.randn(3, Length, dtype: dtype, generator: _generator) * (torch.rand(3, Length, generator: _generator) < 0.2).to(dtype);
        return problem.Operator.Apply(signals) + (torch.randn(3, problem.Operator.MeasurementCount, dtype: dtype, generator: _generator) * 0.05);
    }
}
