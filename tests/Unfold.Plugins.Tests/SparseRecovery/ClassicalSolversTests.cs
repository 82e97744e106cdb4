using TorchSharp;
using Unfold.SparseRecovery;

namespace Unfold.Plugins.Tests.SparseRecovery;

/// <summary>ISTA and FISTA against the same iterations in plain arithmetic, and against published figures.</summary>
public sealed class ClassicalSolversTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void Layers_are_iterations(int layers)
    {
        using var problem = new SparseProblem(5, measurements: 8, length: 14, type: torch.float64);
        var (_, observed) = problem.Draw(1);
        var plain = new PlainIterations(problem.Matrix, observed.Y, lambda: 0.1);
        AssertClose(plain.Ista(layers), problem, new Ista(new IstaOptions { Layers = layers, Lambda = 0.1 }), observed);
        var (x, z) = plain.Fista(layers);
        AssertClose(x, problem, new Fista(new FistaOptions { Layers = layers, Lambda = 0.1 }), observed);
        AssertClose(z, problem, new Fista(new FistaOptions { Layers = layers, Lambda = 0.1, Estimate = FistaEstimate.Extrapolated }), observed);
    }

    // The committed logs of NA-ALISTA (m = 250, n = 500, SNR 40 dB, λ = 0.4): ISTA −1.78 … −5.77, FISTA −1.98 … −7.63. Those of FISTA are of the extrapolated point.
    [Fact]
    public void Published_figures_are_met()
    {
        using var problem = new SparseProblem(1);
        var signals = problem.Draw(2000, snr: 40);
        using var ista = problem.Build(new Ista(new IstaOptions()));
        using var extrapolated = problem.Build(new Fista(new FistaOptions { Estimate = FistaEstimate.Extrapolated }));
        using var proximal = problem.Build(new Fista(new FistaOptions()));
        AssertFigures([-1.79, -2.79, -4.17, -5.79], ista, signals);
        AssertFigures([-1.99, -3.55, -6.05, -7.63], extrapolated, signals);
        AssertFigures([-1.79, -3.18, -5.66, -7.61], proximal, signals);
    }

    [Fact]
    public void They_take_the_operator_from_the_observation()
    {
        using var problem = new SparseProblem(5, measurements: 8, length: 14, type: torch.float64);
        using var other = new SparseProblem(6, measurements: 9, length: 14, type: torch.float64);
        var observed = new Observation(other.Matrix.sum(dim: 1).reshape(1, 9), other.Problem.Operator, NoiseLevel.None);
        var expected = new PlainIterations(other.Matrix, observed.Y, lambda: 0.4);
        AssertClose(expected.Ista(16), problem, new Ista(new IstaOptions()), observed);
        AssertClose(expected.Fista(16).X, problem, new Fista(new FistaOptions()), observed);
    }

    private static void AssertFigures(double[] expected, UnfoldingNetwork network, (torch.Tensor Truth, Observation Observed) signals)
    {
        foreach (var (figure, layers) in expected.Zip([2, 4, 8, 16]))
            Assert.Equal(figure, SparseProblem.NmseDb(network, signals, layers), 0.15);
    }

    private static void AssertClose(double[] expected, SparseProblem problem, IArchitecture architecture, Observation observed)
    {
        Assert.Contains(expected, value => value != 0);
        using var network = problem.Build(architecture);
        var reached = SparseProblem.Run(network, observed).data<double>().ToArray();
        Assert.All(expected.Zip(reached), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
