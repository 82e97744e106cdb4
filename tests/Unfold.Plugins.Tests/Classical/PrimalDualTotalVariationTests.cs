using TorchSharp;
using Unfold.Classical;
using Unfold.StartEstimates;
using Unfold.Testing;
using Solver = Unfold.Classical.PrimalDualTotalVariation;

namespace Unfold.Plugins.Tests.Classical;

public sealed class PrimalDualTotalVariationTests : IDisposable
{
    private const int Height = 5;
    private const int Width = 6;
    private const int Measured = 14;
    private const double Sigma = 0.05;

    private static readonly PixelScale Scale = new(0, 1, 0.4, 0.5);

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(3, torch.CPU);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(TotalVariationNorm.Isotropic, BoxRule.None)]
    [InlineData(TotalVariationNorm.Isotropic, BoxRule.Dataset)]
    [InlineData(TotalVariationNorm.Anisotropic, BoxRule.None)]
    [InlineData(TotalVariationNorm.Anisotropic, BoxRule.Dataset)]
    public void It_finds_what_the_alternating_direction_method_finds(TotalVariationNorm norm, BoxRule box)
    {
        var problem = Draw(torch.float32);
        var y = Measure(problem);
        var x = Estimate(new Solver(new() { Norm = norm, Box = box, Layers = 1500 }), problem, y);
        var reference = Estimate(new TotalVariation(new() { Norm = norm, Box = box, Iterations = 800 }), problem, y);
        var expected = Variation(reference, norm);
        Assert.All(((Variation(x, norm) - expected) / expected).data<float>().ToArray(), difference => Assert.Equal(0, difference, 2e-3f));
        Assert.All(((y - problem.Operator.Apply(x)).norm(1) / problem.Noise.ExpectedNorm(Measured)).data<float>().ToArray(), residual => Assert.InRange(residual, 0.998f, 1.002f));
        // The anisotropic objective is flat about its minimum: the point is known less well than the value.
        Assert.InRange(((x - reference).norm() / reference.norm()).item<float>(), 0, 0.03f);
        if (box == BoxRule.Dataset)
            Assert.InRange(x.abs().max().item<float>(), 0, (float)Math.Max(Scale.NormalizedMaximum, -Scale.NormalizedMinimum) + 1e-6f);
    }

    [Theory]
    [InlineData(TotalVariationNorm.Isotropic, 0.2)]
    [InlineData(TotalVariationNorm.Anisotropic, 0.01)]
    public void With_a_penalty_primal_and_dual_objective_meet(TotalVariationNorm norm, double lambda)
    {
        var problem = Draw(torch.float64);
        var y = Measure(problem);
        using var noGradient = torch.no_grad();
        using var network = new Solver(new() { Norm = norm, Data = DataTerm.Penalty, Lambda = lambda, Layers = 3000 }).Build(problem, Sample());
        var state = (PrimalDualState)network.RunLayers(new Observation(y, problem.Operator, problem.Noise), ContinuationStep.First);
        // The duals are those of the problem over λ: q = (Ax − y)/λ, and D = −λ/2‖q‖² − ⟨q, y⟩ where Dᵀp + Aᵀq = 0 and p is in its ball.
        var primal = Variation(state.X, norm) + ((y - problem.Operator.Apply(state.X)).square().sum(1) / (2 * lambda));
        var dual = (state.Data.square().sum(1) * (-lambda / 2)) - (state.Data * y).sum(1);
        Assert.InRange(((primal - dual).abs() / primal).max().item<double>(), 0, 1e-5);
        var slope = ImageGradient.Adjoint(state.Gradient).reshape(state.X.shape) + problem.Operator.Adjoint(state.Data);
        Assert.InRange(slope.norm().item<double>() / problem.Operator.Adjoint(state.Data).norm().item<double>(), 0, 1e-4);
        var size = norm == TotalVariationNorm.Isotropic ? state.Gradient.square().sum(dim: 1).sqrt() : state.Gradient.abs();
        Assert.InRange(size.max().item<double>(), 0, 1 + 1e-6);
    }

    [Fact]
    public void It_takes_the_operator_of_the_observation_and_needs_no_matrix()
    {
        var (built, other) = (Draw(torch.float32), Draw(torch.float32));
        var y = Measure(other);
        var architecture = new Solver(new() { Layers = 50 });
        var expected = Estimate(architecture, other, y);
        using var network = architecture.Build(built, Sample());
        using var noGradient = torch.no_grad();
        var observed = new Observation(y, new MatrixFree(other.Operator), other.Noise);
        Assert.True(torch.allclose(expected, network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed), rtol: 0, atol: 0));
    }

    [Fact]
    public void Channels_add_up_and_a_line_of_pixels_is_an_image_too()
    {
        foreach (var shape in new[] { new SignalShape(1, 1, Height * Width), new SignalShape(2, 3, 5) })
        {
            var problem = Draw(torch.float32) with { Shape = shape };
            Assert.True(Estimate(new Solver(new() { Layers = 50 }), problem, Measure(problem)).isfinite().all().item<bool>());
        }
    }

    [Theory]
    [InlineData(1, 1, 6)]
    [InlineData(1, 5, 4)]
    [InlineData(2, 3, 3)]
    public void The_norm_of_the_gradient_is_known(int channels, int height, int width)
    {
        var shape = new SignalShape(channels, height, width);
        var images = torch.eye(shape.Length, dtype: torch.float64).reshape(-1, channels, height, width);
        var gram = ImageGradient.Adjoint(ImageGradient.Apply(images)).reshape(shape.Length, shape.Length);
        Assert.Equal(torch.linalg.eigvalsh(gram).max().item<double>(), ImageGradient.NormSquared(shape), 1e-9);
    }

    [Fact]
    public void The_weight_belongs_to_the_penalty()
    {
        Assert.Single(new PrimalDualTotalVariationOptions { Data = DataTerm.Penalty }.Validate(null!));
        Assert.Single(new PrimalDualTotalVariationOptions { Lambda = 1 }.Validate(null!));
        Assert.Empty(new PrimalDualTotalVariationOptions { Data = DataTerm.Penalty, Lambda = 1 }.Validate(null!));
    }

    [Fact]
    public void It_has_no_parameters_and_one_seed_gives_one_network()
    {
        var problem = Draw(torch.float32);
        var architecture = new Solver(new() { Layers = 7 });
        using var network = architecture.Build(problem, Sample());
        Assert.Empty(network.parameters());
        Assert.Equal(7, network.Layers);
        var check = NetworkChecks.Deterministic(architecture, problem, Sample(), new Observation(Measure(problem), problem.Operator, problem.Noise));
        Assert.True(check.Passed, check.Message);
    }

    private static TrainingSample Sample() => new(torch.zeros(1, Height * Width));

    private static torch.Tensor Variation(torch.Tensor x, TotalVariationNorm norm)
    {
        var field = ImageGradient.Apply(x.reshape(-1, 1, Height, Width));
        return (norm == TotalVariationNorm.Isotropic ? field.square().sum(dim: 1).sqrt() : field.abs().sum(dim: 1)).sum([1, 2, 3]);
    }

    private static torch.Tensor Estimate(IArchitecture architecture, Problem problem, torch.Tensor y)
    {
        using var noGradient = torch.no_grad();
        using var network = architecture.Build(problem, Sample());
        var observed = new Observation(y, problem.Operator, problem.Noise);
        return network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed).clone();
    }

    private Problem Draw(torch.ScalarType dtype) => new(
        new SignalShape(1, Height, Width),
        new DenseOperator(torch.randn(Measured, Height * Width, dtype: dtype, generator: _generator) / Math.Sqrt(Measured)),
        new NoiseLevel(Sigma),
        Scale,
        torch.CPU);

    /// <summary>Two flat halves that use the whole pixel range and beyond: the box matters.</summary>
    private torch.Tensor Measure(Problem problem)
    {
        var dtype = problem.Operator.Dense!.dtype;
        torch.Tensor Half(double level) => torch.full(Height, Width / 2, level, dtype: dtype);
        var image = torch.cat([Half(Scale.NormalizedMinimum), Half(Scale.NormalizedMaximum)], dim: 1).reshape(1, -1);
        var signals = image + (torch.randn(3, Height * Width, dtype: dtype, generator: _generator) * 0.3);
        return problem.Operator.Apply(signals) + (torch.randn(3, Measured, dtype: dtype, generator: _generator) * Sigma);
    }
}
