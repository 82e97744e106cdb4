using TorchSharp;
using Unfold.Losses;
using Unfold.Measurements;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Losses;

public sealed class SureTests : IDisposable
{
    private const int Length = 9;
    private const double Sigma = 0.4;
    private const int Batches = 40;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(8, torch.CPU);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void For_a_scaled_identity_it_is_known_exactly()
    {
        // f(y) = ay and A = I: ((a−1)²‖y‖² + 2σ²an − σ²n)/n, whatever the probe.
        var bench = Bench(torch.eye(3, dtype: torch.float64), o => o.Y * 0.7);
        var y = torch.tensor(new[,] { { 1.0, 2, 3 }, { 0, -1, 1 } });
        var expected = (((0.09 * (14 + 2)) / 2) + (2 * Sigma * Sigma * 0.7 * 3) - (Sigma * Sigma * 3)) / 3;
        foreach (var domain in Enum.GetValues<SureDomain>())
            Assert.Equal(expected, Evaluate(bench, y, domain), 1e-9);
    }

    [Theory]
    [InlineData(SureDomain.Projected, 5, false)]
    [InlineData(SureDomain.Projected, 5, true)]
    [InlineData(SureDomain.Projected, 14, false)]
    [InlineData(SureDomain.Measured, 5, false)]
    [InlineData(SureDomain.Measured, 14, false)]
    public void Its_mean_over_the_noise_is_the_true_error_of_a_linear_estimator(SureDomain domain, int m, bool hasEqualRows)
    {
        var matrix = Random(m, Length) / Math.Sqrt(m);
        if (hasEqualRows)
            matrix[1] = matrix[0] * -2;
        // The first part has a divergence that matters whatever is drawn for the second.
        var map = (torch.linalg.pinv(matrix).t() * 0.5) + (Random(m, Length) * 0.2);
        var truth = Random(1, Length);
        var bench = Bench(matrix, o => torch.mm(o.Y, map));
        var toError = domain == SureDomain.Projected ? torch.mm(torch.linalg.pinv(matrix), matrix) : matrix;

        var differences = new double[Batches];
        double errors = 0;
        for (var i = 0; i < Batches; i++)
        {
            var y = bench.Operator.Apply(truth) + (Random(500, m) * Sigma);
            var error = torch.mm(torch.mm(y, map) - truth, toError.t()).square().mean().item<double>();
            differences[i] = Evaluate(bench, y, domain) - error;
            errors += error / Batches;
        }

        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (Batches - 1) / Batches);
        Assert.InRange(mean / deviation, -4, 4);
        // And it is a strict test: the Monte-Carlo error is small beside what is estimated, and beside the divergence's term.
        Assert.InRange(deviation / errors, 0, 0.02);
    }

    [Fact]
    public void Its_mean_is_the_true_error_of_soft_thresholding_too()
    {
        static torch.Tensor Soft(torch.Tensor v) => v - v.clamp(-0.5, 0.5);
        var truth = torch.tensor(new[,] { { 0.0, 0, 1.5, 0, -0.6, 0, 0, 0.3, 0 } });
        var bench = Bench(torch.eye(Length, dtype: torch.float64), o => Soft(o.Y));
        var y = truth + (Random(40_000, Length) * Sigma);
        var error = (Soft(y) - truth).square().mean().item<double>();
        Assert.Equal(error, Evaluate(bench, y, SureDomain.Projected), 0.02 * error);
    }

    [Fact]
    public void An_operator_without_a_matrix_gives_the_same()
    {
        // With f(y) = 0.6 Aᵀy it is A⁺ᵀ∂f/∂y = 0.6 I, whose trace every probe finds exactly.
        var matrix = Random(4, Length);
        var map = matrix * 0.6;
        var y = Random(3, 4);
        var dense = new LossBench(Shape, new DenseOperator(matrix.clone()), Sigma, o => torch.mm(o.Y, map));
        Assert.Equal(Evaluate(dense, y, SureDomain.Projected), Evaluate(dense with { Operator = new MatrixFree(dense.Operator) }, y, SureDomain.Projected), 1e-9);
    }

    [Fact]
    public void The_network_is_asked_once_a_probe_a_little_beside_the_measurements()
    {
        var bench = Bench(torch.eye(Length, dtype: torch.float64), o => o.Y);
        var y = Random(2, Length);
        new Sure(new SureOptions { Probes = 3, Perturbation = 0.01 }).Evaluate(bench.Context(y));
        Assert.Equal(3, bench.Asked.Count);
        Assert.All(bench.Asked, asked => Assert.True(torch.allclose((asked.Y - y).abs(), torch.full_like(y, 0.01))));
        Assert.False(torch.allclose(bench.Asked[0].Y, bench.Asked[1].Y));
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        var y = Random(2, Length);
        var operatorOf = new DenseOperator(torch.eye(Length, dtype: torch.float64));
        var check = GradientCheck.Of(
            weights => new Sure(new SureOptions()).Evaluate(new LossBench(Shape, operatorOf, Sigma, o => o.Y * weights).Context(y)), torch.linspace(0.1, 0.9, Length, dtype: torch.float64));
        Assert.True(check.Passed, check.Message);
    }

    [Fact]
    public void Without_a_noise_level_it_is_refused()
    {
        var bench = Bench(torch.eye(Length, dtype: torch.float64), o => o.Y) with { Sigma = 0 };
        Assert.Equal("UFP131", Assert.Throws<UnfoldException>(() => Evaluate(bench, Random(1, Length), SureDomain.Measured)).Code);
    }

    [Fact]
    public void Noise_that_is_not_gaussian_with_one_level_is_refused()
    {
        var bench = Bench(torch.eye(Length, dtype: torch.float64), o => o.Y) with { IsGaussian = false };
        Assert.Contains("'snr'", Assert.Throws<UnfoldException>(() => Evaluate(bench, Random(1, Length), SureDomain.Measured)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_noises_say_which_they_are()
    {
        var gaussian = new GaussianNoise(new GaussianNoiseOptions { StandardDeviation = Sigma });
        Assert.True(IsGaussian(gaussian));
        Assert.False(IsGaussian(new GaussianNoise(new GaussianNoiseOptions { Snr = 20 })));
        Assert.False(IsGaussian(new LaplaceNoise(new LaplaceNoiseOptions { StandardDeviation = Sigma })));
        Assert.False(IsGaussian(new SaltAndPepperNoise(new SaltAndPepperNoiseOptions { Noise = gaussian })));
        Assert.False(IsGaussian(new OutlierNoise(new OutlierNoiseOptions { Noise = gaussian })));
        Assert.False(IsGaussian(new PoissonNoise(new PoissonNoiseOptions())));

        bool IsGaussian(INoise noise) => noise.Add(torch.rand(2, Length, generator: _generator), _generator).Level.IsGaussian;
    }

    private static SignalShape Shape => new(1, 3, 3);

    private static double Evaluate(LossBench bench, torch.Tensor y, SureDomain domain) => new Sure(new SureOptions { Domain = domain }).Evaluate(bench.Context(y)).item<double>();

    private static LossBench Bench(torch.Tensor matrix, Func<Observation, torch.Tensor> network) => new(Shape, new DenseOperator(matrix.clone()), Sigma, network);

    private torch.Tensor Random(int rows, int columns) => torch.randn(rows, columns, dtype: torch.float64, generator: _generator);
}
