using TorchSharp;
using Unfold.Engine.Networks;
using Unfold.Testing;

namespace Unfold.Plugins.Tests;

/// <summary>A small problem to build networks for: images of a few pixels, half as many Gaussian measurements.</summary>
/// <param name="dtype">The number type of all its tensors; networks begin in float32 and are moved.</param>
internal sealed class SmallImages(torch.ScalarType dtype = torch.ScalarType.Float32)
{
    public const int Height = 4, Width = 5, Length = Height * Width, Measurements = 10;
    private const double Sigma = 0.01;

    public Problem Problem { get; } = new(new SignalShape(1, Height, Width), Matrix(dtype), new NoiseLevel(Sigma), new PixelScale(0, 1, 0, 1), torch.CPU);

    public TrainingSample Sample { get; } = new(Signals(50, 3, dtype));

    public Observation Observe(int batch) => new(Problem.Operator.Apply(Truth(batch)), Problem.Operator, Problem.Noise);

    public torch.Tensor Truth(int batch) => Signals(batch, 4, dtype);

    public UnfoldingNetwork Build(IArchitecture architecture)
    {
        using var scope = torch.NewDisposeScope();
        // From a seed: what other tests have drawn before must not settle what is built.
        var network = NetworkBuild.Build(architecture, Problem, Sample, seed: 1);
        network.to(dtype);
        foreach (var tensor in network.parameters().Cast<torch.Tensor>().Concat(network.buffers()))
            tensor.DetachFromDisposeScope();
        return network;
    }

    /// <summary>What every network must hold: shapes, determinism, no tensor left behind.</summary>
    public void Check(IArchitecture architecture)
    {
        using var network = Build(architecture);
        var runner = new NetworkRunner(network, new OneSolve());
        CheckResult[] checks =
        [
            NetworkChecks.Shapes(runner, Observe, Length),
            NetworkChecks.Deterministic(architecture, Problem, Sample, Observe(2)),
            NetworkChecks.Leaks(runner, () => Observe(3)),
        ];
        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
    }

    /// <summary>The loss of a small batch after steps of gradient descent, relative to before.</summary>
    public double Trained(IArchitecture architecture, double learningRate, int steps)
    {
        using var network = Build(architecture);
        using var scope = torch.NewDisposeScope();
        var optimizer = torch.optim.Adam(network.parameters(), learningRate);
        var losses = new List<double>();
        for (var i = 0; i <= steps; i++)
        {
            using var step = torch.NewDisposeScope();
            optimizer.zero_grad();
            var loss = Loss(network, 8);
            losses.Add(loss.item<float>());
            loss.backward();
            optimizer.step();
        }

        return losses[^1] / losses[0];
    }

    public torch.Tensor Loss(UnfoldingNetwork network, int batch)
    {
        var output = new NetworkRunner(network, new OneSolve()).Reconstruct(Observe(batch));
        var loss = (output.Estimate - Truth(batch)).square().mean();
        return output.Penalty is null ? loss : loss + output.Penalty;
    }

    /// <summary>Automatic derivatives of the loss against central differences, along a direction for each parameter: in float64.</summary>
    public void CheckGradients(UnfoldingNetwork network, int batch = 2, double tolerance = 1e-6)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(9, torch.CPU);
        Loss(network, batch).backward();
        foreach (var (name, parameter) in network.named_parameters())
        {
            const double Step = 1e-6;
            var direction = torch.randn(parameter.shape, dtype: dtype, generator: generator);
            var automatic = (parameter.grad! * direction).sum().item<double>();
            using var constant = torch.no_grad();
            double At(double offset)
            {
                parameter.add_(direction * offset);
                var loss = Loss(network, batch).item<double>();
                parameter.sub_(direction * offset);
                return loss;
            }

            var numeric = (At(Step) - At(-Step)) / (2 * Step);
            Assert.True(automatic != 0, $"{name} has no gradient");
            Assert.True(Math.Abs(automatic - numeric) <= tolerance * Math.Max(1e-3, Math.Abs(numeric)), $"{name}: {automatic} by differentiation, {numeric} by differences");
        }
    }

    private static DenseOperator Matrix(torch.ScalarType dtype)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1, torch.CPU);
        return new DenseOperator(torch.randn(Measurements, Length, dtype: torch.float64, generator: generator).div(Math.Sqrt(Measurements)).to(dtype));
    }

    private static torch.Tensor Signals(int count, ulong seed, torch.ScalarType dtype)
    {
        using var generator = new torch.Generator(seed, torch.CPU);
        using var drawn = torch.rand(count, Length, dtype: torch.float64, generator: generator);
        return drawn.to(dtype, copy: true);
    }

    private sealed class OneSolve : IContinuation
    {
        public object Options => this;

        public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
    }
}
