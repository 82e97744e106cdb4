using TorchSharp;
using Unfold.Plugins.Tests;

namespace Unfold.AdmmDad.Tests;

public sealed class AdmmDadTests : IDisposable
{
    private const double Lambda = 0.05;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly SmallImages _images = new(torch.float64);

    public static TheoryData<ThresholdRule, bool> Learnt => new()
    {
        { ThresholdRule.Fixed, false },
        { ThresholdRule.Shared, true },
        { ThresholdRule.PerLayer, false },
        { ThresholdRule.PerLayer, true },
    };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Learnt))]
    public void It_holds_what_every_network_must(ThresholdRule threshold, bool learnRho) =>
        new SmallImages().Check(new AdmmDad(new AdmmDadOptions { Layers = 4, Threshold = threshold, LearnRho = learnRho }));

    // Untrained, learnt thresholds and ρ are those of the method: whatever is learnt, layers are its iterations.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Layers_are_iterations_of_the_method(int layers)
    {
        foreach (var (threshold, learnRho) in new[] { (ThresholdRule.Fixed, false), (ThresholdRule.Shared, true), (ThresholdRule.PerLayer, true) })
        {
            using var network = Network(new AdmmDadOptions { Layers = layers, Threshold = threshold, LearnRho = learnRho });
            var observed = _images.Observe(3);
            var reached = network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed);
            var expected = Iterations(network, observed, layers);
            // Learnt values begin in float32.
            Assert.Equal(0, (reached - expected).abs().max().item<double>(), learnRho ? 1e-7 : 1e-11);
            if (layers > 1)
                Assert.True((expected - Iterations(network, observed, layers - 1)).abs().max().item<double>() > 1e-4);
        }
    }

    [Fact]
    public void Many_layers_solve_the_analysis_problem()
    {
        using var noGradient = torch.no_grad();
        using var network = Network(new AdmmDadOptions { Layers = 10_000 });
        var observed = _images.Observe(2);
        var state = (AdmmDadState)network.RunLayers(observed, ContinuationStep.First);
        var (a, w, x) = (_images.Problem.Operator.Dense!, Analysis(network), state.X!);
        // Fenchel: ν = ρu with |ν| ≤ λ is feasible where Wᵀν = Aᵀ(y − Ax), and x optimal where then ⟨ν, Wx⟩ = λ‖Wx‖₁.
        var dual = state.Dual! * Rho;
        Assert.InRange(dual.abs().max().item<double>(), 0, Lambda * (1 + 1e-12));
        var residual = observed.Y.t() - a.mm(x);
        var gradient = a.t().mm(residual);
        Assert.InRange((w.t().mm(dual) - gradient).norm().item<double>() / gradient.norm().item<double>(), 0, 1e-4);
        var norm = w.mm(x).abs().sum().item<double>();
        Assert.InRange(norm - ((dual * w.mm(x)).sum().item<double>() / Lambda), -1e-9 * norm, 1e-5 * norm);
        // Not by having nothing to weigh: some of Wx vanish, others do not.
        Assert.InRange(w.mm(x).abs().less(1e-6).to(torch.float64).mean().item<double>(), 0.1, 0.9);
    }

    [Theory]
    [MemberData(nameof(Learnt))]
    public void Gradients_are_those_of_finite_differences(ThresholdRule threshold, bool learnRho)
    {
        using var network = Network(new AdmmDadOptions { Layers = 5, Threshold = threshold, LearnRho = learnRho });
        _images.CheckGradients(network, tolerance: 1e-5);
    }

    [Fact]
    public void Training_lowers_the_loss() =>
        Assert.InRange(new SmallImages().Trained(new AdmmDad(new AdmmDadOptions { Layers = 5, Regularization = 0.01, Threshold = ThresholdRule.PerLayer }), 1e-2, 60), 0, 0.7);

    [Fact]
    public void It_takes_any_operator_with_a_matrix_or_without()
    {
        using var network = Network(new AdmmDadOptions { Layers = 4 });
        var truth = _images.Truth(2);
        using var dense = new DenseOperator(torch.randn(13, SmallImages.Length, dtype: torch.float64));
        using var matrixFree = new CountingOperator(dense);
        var observed = new Observation(dense.Apply(truth), dense, NoiseLevel.None);
        var expected = Iterations(network, observed, 4);
        foreach (var other in new[] { observed, observed with { Operator = matrixFree } })
            Assert.Equal(0, (network.Estimate(network.RunLayers(other, ContinuationStep.First), other) - expected).abs().max().item<double>(), 1e-10);
    }

    [Fact]
    public void It_is_stationary_unless_layers_have_thresholds_of_their_own()
    {
        Assert.True(new AdmmDad(new AdmmDadOptions()).IsStationary);
        Assert.True(new AdmmDad(new AdmmDadOptions { Threshold = ThresholdRule.Shared }).IsStationary);
        Assert.False(new AdmmDad(new AdmmDadOptions { Threshold = ThresholdRule.PerLayer }).IsStationary);
        using var network = Network(new AdmmDadOptions { Layers = 3, Threshold = ThresholdRule.PerLayer });
        Assert.Equal([0, 1, 1, 0], Enumerable.Range(0, 4).Select(k => network.LayerParameters(k).Count()));
        Assert.NotSame(network.LayerParameters(1).Single(), network.LayerParameters(2).Single());
    }

    [Fact]
    public void Estimates_are_clamped_to_the_data_sets_range_alone()
    {
        using var network = Network(new AdmmDadOptions { Layers = 3, OutputRange = OutputRange.Dataset });
        var observed = _images.Observe(4);
        var estimate = network.Estimate(network.RunLayers(observed with { Y = observed.Y * 10 }, ContinuationStep.First), observed);
        Assert.Equal(0, estimate.min().item<double>());
        Assert.Equal(1, estimate.max().item<double>());
    }

    private const double Rho = 0.7;

    private UnfoldingNetwork Network(AdmmDadOptions options) => _images.Build(new AdmmDad(options with { Redundancy = 2, Regularization = Lambda, Rho = Rho, InitScale = 0.5 }));

    private static TorchSharp.Modules.Parameter Analysis(UnfoldingNetwork network) => network.named_parameters().Single(p => p.name == "analysis").parameter;

    /// <summary>Boyd et al. 2011, section 6.4.1, as it stands there.</summary>
    private static torch.Tensor Iterations(UnfoldingNetwork network, Observation observed, int count)
    {
        using var noGradient = torch.no_grad();
        var a = observed.Operator.Apply(torch.eye(SmallImages.Length, dtype: torch.float64)).t();
        var w = Analysis(network);
        var y = observed.Y.t();
        var x = torch.zeros(SmallImages.Length, y.shape[1], dtype: torch.float64);
        var (z, u) = (torch.zeros(w.shape[0], y.shape[1], dtype: torch.float64), torch.zeros(w.shape[0], y.shape[1], dtype: torch.float64));
        for (var k = 0; k < count; k++)
        {
            x = torch.linalg.solve(a.t().mm(a) + (w.t().mm(w) * Rho), a.t().mm(y) + (w.t().mm(z - u) * Rho));
            var sum = w.mm(x) + u;
            z = sum.sign() * (sum.abs() - (Lambda / Rho)).clamp_min(0);
            u = sum - z;
        }

        return x.t();
    }
}
