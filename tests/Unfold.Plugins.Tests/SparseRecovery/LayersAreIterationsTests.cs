using TorchSharp;
using Unfold.SparseRecovery;

namespace Unfold.Plugins.Tests.SparseRecovery;

/// <summary>What is unrolled from ISTA is ISTA until it has learnt.</summary>
public sealed class LayersAreIterationsTests
{
    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var name in new[] { "lista", "lista-untied-weights", "lista-tied", "lista-cp", "lista-cp-untied-weights" })
        {
            foreach (var layers in new[] { 1, 10, 50 })
                cases.Add(name, layers);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Untrained_layers_are_iterations_of_the_solver(string name, int layers)
    {
        using var scope = torch.NewDisposeScope();
        using var problem = new SparseProblem(3, measurements: 30, length: 60);
        var architecture = Architecture(name, layers);
        using var network = problem.Build(architecture);
        using var solver = problem.Build(((IUnrolled)architecture).Solver);
        Assert.Equal(layers, solver.Layers);
        var (_, observed) = problem.Draw(5, snr: 20);
        var (expected, reached) = (SparseProblem.Run(solver, observed), SparseProblem.Run(network, observed));
        Assert.True(expected.norm().item<float>() > 0);
        Assert.InRange(((expected - reached).norm() / expected.norm()).item<float>(), 0, 1e-5);
    }

    private static IArchitecture Architecture(string name, int layers) => name switch
    {
        "lista" => new Lista(new ListaOptions { Layers = layers, Lambda = 0.2, TieWeights = true }),
        "lista-untied-weights" => new Lista(new ListaOptions { Layers = layers, Lambda = 0.2 }),
        "lista-tied" => new TiedLista(new TiedListaOptions { Layers = layers, Lambda = 0.2 }),
        "lista-cp" => new ListaCp(new ListaCpOptions { Layers = layers, Lambda = 0.2, TieWeights = true }),
        _ => new ListaCp(new ListaCpOptions { Layers = layers, Lambda = 0.2 }),
    };
}
