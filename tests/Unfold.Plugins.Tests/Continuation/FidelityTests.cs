using TorchSharp;
using Unfold.Continuation;
using Unfold.Deconet;
using Unfold.StartEstimates;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Continuation;

public sealed class FidelityTests : IDisposable
{
    private const int Length = 20;
    private const int Measured = 8;
    private const int Batch = 400;
    private const double Sigma = 0.3;

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly torch.Generator _generator = new(3, torch.CPU);
    private readonly Problem _problem;
    private readonly torch.Tensor _truth;
    private readonly Observation _observed;

    public FidelityTests()
    {
        var matrix = torch.randn(Measured, Length, generator: _generator) / Math.Sqrt(Measured);
        _problem = new Problem(new SignalShape(1, 4, 5), new DenseOperator(matrix), new NoiseLevel(Sigma), new PixelScale(0, 1, 0, 1), torch.CPU);
        _truth = torch.randn(Batch, Length, generator: _generator);
        _observed = new Observation(_problem.Operator.Apply(_truth) + (torch.randn(Batch, Measured, generator: _generator) * Sigma), _problem.Operator, _problem.Noise);
    }

    public void Dispose()
    {
        _problem.Operator.Dispose();
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(FidelitySchedule.Exponential, 1e-2)]
    [InlineData(FidelitySchedule.Linear, 0.5)]
    [InlineData(FidelitySchedule.Cosine, 0.5)]
    public void Alpha_falls_from_one_and_is_zero_after_its_share_of_training(FidelitySchedule schedule, double halfway)
    {
        using var path = Path(new FidelityOptions { Schedule = schedule, Share = 0.5, Floor = 1e-4 });
        Assert.Equal(1, path.Alpha(0), 1e-12);
        Assert.Equal(halfway, path.Alpha(0.25), 1e-12);
        Assert.True(path.Alpha(0.4) < path.Alpha(0.3));
        Assert.Equal((0, 0), (path.Alpha(0.5), path.Alpha(0.9)));
    }

    [Fact]
    public void Past_its_share_training_sees_the_real_measurements()
    {
        using var path = Path(new FidelityOptions { Share = 0.5 });
        Assert.Same(_observed, path.At(0.5, _observed, _truth, _generator));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void The_two_operators_are_one_with_its_adjoint_and_norm(double progress)
    {
        using var path = Path(Linear);
        var seen = path.At(progress, _observed, _truth, _generator);
        Assert.Equal(Measured + Length, seen.Operator.MeasurementCount);
        Assert.All(
            [OperatorChecks.Adjointness(seen.Operator, _generator), OperatorChecks.Norm(seen.Operator)],
            check => Assert.True(check.Passed, check.ToString()));
        Assert.Same(_observed, seen.Original);
    }

    [Fact]
    public void The_data_term_is_the_mixture_of_both()
    {
        using var path = Path(Linear);
        var alpha = path.Alpha(0.3);
        var seen = path.At(0.3, _observed, _truth, _generator);
        var x = torch.randn(Batch, Length, generator: _generator);
        var residual = seen.Y - seen.Operator.Apply(x);
        Assert.Equal(
            (1 - alpha) * (_observed.Y - _problem.Operator.Apply(x)).square().sum().item<float>(),
            residual.narrow(1, 0, Measured).square().sum().item<float>(),
            1e-2);
        // H is orthogonal: what is measured well-posed is at the distance of the signals, and their noise.
        var expected = alpha * ((_truth - x).square().sum().item<float>() + (Batch * Length * Sigma * Sigma));
        Assert.Equal(1, residual.narrow(1, Measured, Length).square().sum().item<float>() / expected, 0.05);
    }

    [Fact]
    public void The_level_told_gives_the_expected_norm_of_the_noise()
    {
        using var path = Path(Linear);
        var seen = path.At(0.3, _observed, _truth, _generator);
        var noise = (seen.Y - seen.Operator.Apply(_truth)).square().sum().item<float>() / Batch;
        Assert.Equal(1, noise / (Math.Pow(seen.Noise.StandardDeviation, 2) * seen.Operator.MeasurementCount), 0.05);
        var withOracle = path.At(0.3, _observed with { Oracle = new Oracle(torch.tensor(1f), _truth.min(), _truth.max()) }, _truth, _generator);
        Assert.Equal((withOracle.Y - withOracle.Operator.Apply(_truth)).norm().item<float>(), withOracle.Oracle!.NoiseNorm.item<float>(), 1e-3);
    }

    [Fact]
    public void A_self_supervised_loss_cannot_have_the_truth_measured_again()
    {
        using var path = Path(Linear);
        Assert.Equal("UFP102", Assert.Throws<UnfoldException>(() => path.At(0, _observed, null, _generator)).Code);
    }

    [Fact]
    public void One_seed_gives_one_operator()
    {
        static float[] Drawn(Problem problem, SyntheticOperator kind)
        {
            using var generator = new torch.Generator(9, torch.CPU);
            using var path = new Fidelity(new() { Synthetic = kind }).Build(problem, generator);
            using var noise = new torch.Generator(1, torch.CPU);
            var x = torch.ones(1, Length);
            return path.At(0, new Observation(problem.Operator.Apply(x), problem.Operator, problem.Noise), x, noise).Y.data<float>().ToArray();
        }

        Assert.Equal(Drawn(_problem, SyntheticOperator.Gaussian), Drawn(_problem, SyntheticOperator.Gaussian));
        Assert.NotEqual(Drawn(_problem, SyntheticOperator.Gaussian), Drawn(_problem, SyntheticOperator.Orthogonal));
    }

    // At α = 1 the problem is no longer one: y tells the signal but for its noise.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Deconet_solves_the_easier_problem_also_from_a_start_of_the_real_one(bool withStart)
    {
        var options = new DeconetOptions { Layers = 60, Redundancy = 1, InitScale = 0.01, Start = withStart ? new PseudoInverse(new NoOptions()) : null };
        using var network = new Deconet.Deconet(options).Build(_problem, new TrainingSample(_truth));
        using var path = Path(Linear);
        using var noGradient = torch.no_grad();
        var seen = path.At(0, _observed, _truth, _generator);
        Assert.True(Error(network, seen) < 0.3 * Error(network, _observed), $"{Error(network, seen)} and {Error(network, _observed)}");
    }

    private static FidelityOptions Linear => new() { Schedule = FidelitySchedule.Linear };

    private double Error(UnfoldingNetwork network, Observation seen) =>
        (network.Estimate(network.RunLayers(seen, ContinuationStep.First), seen) - _truth).square().mean().item<float>();

    private FidelityPath Path(FidelityOptions options) => (FidelityPath)new Fidelity(options).Build(_problem, _generator);
}
