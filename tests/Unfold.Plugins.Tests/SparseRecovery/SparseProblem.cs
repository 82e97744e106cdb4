using TorchSharp;

namespace Unfold.Plugins.Tests.SparseRecovery;

/// <summary>
/// Sparse signals and their measurements: entries of A from N(0, 1/m) with columns scaled to unit norm, entries of x from N(0, 1) with probability 0.1,
/// else zero. Tensors belong to the caller's scope.
/// </summary>
internal sealed class SparseProblem : IDisposable
{
    private readonly torch.Generator _generator;

    public SparseProblem(ulong seed, int measurements = 250, int length = 500, torch.ScalarType type = torch.ScalarType.Float32)
    {
        _generator = new torch.Generator(seed, torch.CPU);
        using var scope = torch.NewDisposeScope();
        var drawn = torch.randn(measurements, length, dtype: torch.float64, generator: _generator);
        Matrix = (drawn / drawn.square().sum(dim: 0, keepdim: true).sqrt()).DetachFromDisposeScope();
        Problem = new Problem(
            new SignalShape(1, 1, length), new DenseOperator(Matrix.to(type, copy: true)), NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);
    }

    /// <summary>A, float64 [m, n].</summary>
    public torch.Tensor Matrix { get; }

    public Problem Problem { get; }

    public TrainingSample Sample { get; } = new(torch.zeros(1, 1));

    /// <param name="count">Signals.</param>
    /// <param name="snr">Signal-to-noise ratio in dB, by the standard deviation of each signal's measurements; null for no noise.</param>
    public (torch.Tensor Truth, Observation Observed) Draw(int count, double? snr = null)
    {
        var type = Problem.Operator.Dense!.dtype;
        var n = Problem.Shape.Length;
        var truth = torch.randn(count, n, dtype: type, generator: _generator) * torch.rand(count, n, generator: _generator).lt(0.1);
        var y = Problem.Operator.Apply(truth);
        if (snr is { } decibels)
            y = y + (torch.randn(y.shape, dtype: type, generator: _generator) * y.std(dim: 1, unbiased: true, keepdim: true) * Math.Pow(10, -decibels / 20));
        return (truth, new Observation(y, Problem.Operator, NoiseLevel.None));
    }

    public UnfoldingNetwork Build(IArchitecture architecture) => architecture.Build(Problem, Sample);

    public static torch.Tensor Run(UnfoldingNetwork network, Observation observed, int? layers = null) =>
        network.Estimate(network.RunLayers(observed, layers is null ? ContinuationStep.First : new ContinuationStep { Layers = layers }), observed);

    /// <summary>10·log₁₀(Σ‖x̂ − x‖²/Σ‖x‖²), dB, of the network's estimates or those of its first layers.</summary>
    public static double NmseDb(UnfoldingNetwork network, (torch.Tensor Truth, Observation Observed) signals, int? layers = null)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var error = Run(network, signals.Observed, layers) - signals.Truth;
        return 10 * Math.Log10((error.square().sum() / signals.Truth.square().sum()).to(torch.float64).item<double>());
    }

    public void Dispose()
    {
        Problem.Operator.Dispose();
        Matrix.Dispose();
        Sample.Signals.Dispose();
        _generator.Dispose();
    }
}
