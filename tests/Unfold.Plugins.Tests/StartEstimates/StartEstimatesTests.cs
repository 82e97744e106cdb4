using TorchSharp;
using Unfold.StartEstimates;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.StartEstimates;

public sealed class StartEstimatesTests : IDisposable
{
    private const int Length = 12;
    private const int Measured = 6;
    private const double Sigma = 0.1;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Tensor _signals;
    private readonly Problem _problem;

    public StartEstimatesTests()
    {
        using var generator = new torch.Generator(4, torch.CPU);
        // Correlated signals with a mean: something to know about them.
        _signals = torch.randn(5000, 3, generator: generator).mm(torch.randn(3, Length, generator: generator)) + 0.7;
        _problem = new Problem(
            new SignalShape(1, 3, 4),
            new DenseOperator(torch.randn(Measured, Length, generator: generator) / Math.Sqrt(Measured)),
            new NoiseLevel(Sigma),
            new PixelScale(0, 1, 0, 1),
            torch.CPU);
    }

    public void Dispose()
    {
        _problem.Operator.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Mean_is_the_mean_of_the_training_signals_whatever_was_measured() =>
        Assert.True(torch.allclose(_signals.mean([0]).expand(2, -1), Estimate(new Mean(new NoOptions()), torch.randn(2, Measured)), atol: 1e-5));

    [Fact]
    public void Pinv_explains_the_measurements_with_the_smallest_norm()
    {
        var y = torch.randn(2, Measured);
        var x = Estimate(new PseudoInverse(new NoOptions()), y);
        Assert.True(torch.allclose(y, _problem.Operator.Apply(x), atol: 1e-4));
        // Smallest norm: nothing of it lies in the null space, so it is Aᵀ of something.
        var back = _problem.Operator.Adjoint(torch.linalg.lstsq(_problem.Operator.Dense!.t(), x.t()).Solution.t());
        Assert.True(torch.allclose(x, back, atol: 1e-4));
    }

    [Fact]
    public void No_affine_estimate_is_better_on_average_than_lmmse()
    {
        var noise = torch.randn(_signals.shape[0], Measured) * Sigma;
        var y = _problem.Operator.Apply(_signals) + noise;
        var x = Estimate(new LinearMmse(new NoOptions()), y);
        var reached = Error(x);
        for (var i = 0; i < 20; i++)
        {
            var disturbed = x + (y.mm(torch.randn(Measured, Length)) * 0.02) + (torch.randn(Length) * 0.02);
            Assert.True(reached < Error(disturbed));
        }
    }

    [Fact]
    public void They_are_networks_without_layers_and_parameters()
    {
        foreach (var architecture in new IArchitecture[] { new Mean(new NoOptions()), new PseudoInverse(new NoOptions()), new LinearMmse(new NoOptions()) })
        {
            using var network = architecture.Build(_problem, new TrainingSample(_signals));
            Assert.Empty(network.parameters());
            Assert.Equal(0, network.Layers);
            var check = NetworkChecks.Deterministic(architecture, _problem, new TrainingSample(_signals), Observed(torch.ones(2, Measured)));
            Assert.True(check.Passed, check.Message);
        }
    }

    private float Error(torch.Tensor estimate) => (estimate - _signals).square().mean().item<float>();

    private Observation Observed(torch.Tensor y) => new(y, _problem.Operator, _problem.Noise);

    private torch.Tensor Estimate(IArchitecture architecture, torch.Tensor y)
    {
        using var network = architecture.Build(_problem, new TrainingSample(_signals));
        return network.Estimate(network.RunLayers(Observed(y), ContinuationStep.First), Observed(y)).clone();
    }
}
