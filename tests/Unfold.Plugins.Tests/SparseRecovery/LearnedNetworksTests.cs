using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Networks;
using Unfold.SparseRecovery;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.SparseRecovery;

/// <summary>What holds for every network of the family.</summary>
public sealed class LearnedNetworksTests : IDisposable
{
    private static readonly string[] Trained = ["lista", "lista-shared", "lista-tied", "lista-cp", "lista-cpss", "alista", "hyperlista"];

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public static TheoryData<string> All => ["ista", "fista", .. Trained];

    public static TheoryData<string> Learned => [.. Trained];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void Shapes_leaks_and_determinism(string name)
    {
        using var problem = new SparseProblem(3, measurements: 10, length: 20);
        using var network = problem.Build(Architecture(name));
        var runner = new NetworkRunner(network, new OneSolve());
        Observation Observe(int batch) => problem.Draw(batch, snr: 20).Observed;
        foreach (var check in new[]
        {
            NetworkChecks.Shapes(runner, Observe, 20),
            NetworkChecks.Leaks(runner, () => Observe(3)),
            NetworkChecks.Deterministic(Architecture(name), problem.Problem, problem.Sample, Observe(2)),
        })
        {
            Assert.True(check.Passed, check.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Learned))]
    public void Gradients_are_those_of_finite_differences(string name)
    {
        using var problem = new SparseProblem(3, measurements: 6, length: 12, type: torch.float64);
        using var network = problem.Build(Architecture(name));
        Disturb(network);
        var (truth, observed) = problem.Draw(4, snr: 20);
        torch.Tensor Loss() => (SparseProblem.Run(network, observed) - truth).square().sum();
        Loss().backward();
        Assert.Contains(network.parameters(), p => p.grad is { } gradient && gradient.abs().max().item<double>() > 1e-3);
        foreach (var (parameterName, parameter) in network.named_parameters())
        {
            // How many are selected is a whole number: no gradient tells of it.
            if (parameterName == "selection_factor")
            {
                Assert.Null(parameter.grad);
                continue;
            }

            var automatic = parameter.grad!.reshape(-1).data<double>().ToArray();
            var entries = Enumerable.Range(0, automatic.Length).Where(i => i % Math.Max(1, automatic.Length / 7) == 0).ToList();
            var numeric = entries.Select(i => Difference(Loss, parameter, i)).ToArray();
            var scale = Math.Max(1e-3, numeric.Max(Math.Abs));
            Assert.All(entries.Zip(numeric), pair => Assert.InRange(Math.Abs(automatic[pair.First] - pair.Second) / scale, 0, 1e-5));
        }
    }

    [Theory]
    [MemberData(nameof(Learned))]
    public void A_layers_parameters_are_what_it_alone_depends_on(string name)
    {
        using var problem = new SparseProblem(3, measurements: 10, length: 20);
        using var network = problem.Build(Architecture(name));
        var own = Enumerable.Range(0, network.Layers).Select(k => network.LayerParameters(k).ToList()).ToList();
        Assert.Equal(own.Sum(o => o.Count), own.SelectMany(o => o).Distinct(ReferenceEqualityComparer.Instance).Count());
        var (_, observed) = problem.Draw(4, snr: 20);
        SparseProblem.Run(network, observed, layers: 2).square().sum().backward();
        foreach (var (k, parameters) in own.Index())
            Assert.All(parameters, p => Assert.Equal(k < 2, p.grad is not null));
    }

    [Theory]
    [InlineData("lista", 3)]
    [InlineData("lista-shared", 1)]
    [InlineData("lista-tied", 0)]
    [InlineData("lista-cp", 2)]
    [InlineData("lista-cpss", 2)]
    [InlineData("alista", 2)]
    [InlineData("hyperlista", 0)]
    public void Parameters_are_shared_where_they_are_said_to_be(string name, int aLayer)
    {
        using var problem = new SparseProblem(3, measurements: 10, length: 20);
        using var network = problem.Build(Architecture(name));
        Assert.All(Enumerable.Range(0, network.Layers), k => Assert.Equal(aLayer, network.LayerParameters(k).Count()));
        var shared = name switch { "lista-shared" => 2, "lista-tied" or "hyperlista" => 3, _ => 0 };
        Assert.Equal(shared + (aLayer * network.Layers), network.parameters().Count());
    }

    [Fact]
    public void Thresholds_and_steps_may_not_become_negative()
    {
        using var problem = new SparseProblem(3, measurements: 10, length: 20);
        foreach (var name in Trained.Where(name => name != "hyperlista"))
        {
            using var network = problem.Build(Architecture(name));
            foreach (var (parameter, _) in network.named_parameters())
            {
                var isSize = parameter.StartsWith("threshold", StringComparison.Ordinal) || parameter.StartsWith("step", StringComparison.Ordinal);
                Assert.Equal(isSize ? 0 : null, network.RangeOf(parameter)?.Lower);
            }
        }
    }

    [Fact]
    public void A_solve_of_more_layers_goes_on_with_the_last_ones_parameters()
    {
        using var problem = new SparseProblem(3, measurements: 10, length: 20);
        using var network = problem.Build(Architecture("lista"));
        Disturb(network);
        var (_, observed) = problem.Draw(2);
        var state = network.RunLayers(observed, ContinuationStep.First);
        var further = network.Layer(network.Layer(state, observed, network.Layers - 1), observed, network.Layers - 1);
        Assert.Equal(Numbers(network.Estimate(further, observed)), Numbers(SparseProblem.Run(network, observed, network.Layers + 2)));
    }

    [Fact]
    public void Selected_entries_grow_as_published()
    {
        // 1.2 % of 500 a layer up to 13 %; int(linspace(60 // 8, 60, 8)).
        Assert.Equal([6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 65, 65], new ListaCpss(new ListaCpssOptions { Layers = 12 }).Counts(500));
        Assert.Equal([7, 14, 22, 29, 37, 44, 52, 60], new Alista(new AlistaOptions { Layers = 8 }).Counts());
        Assert.Equal([60], new Alista(new AlistaOptions { Layers = 1 }).Counts());
        Assert.Equal([0, 0, 0], new Alista(new AlistaOptions { Layers = 3, Selected = 0 }).Counts());
    }

    private static IArchitecture Architecture(string name) => name switch
    {
        "ista" => new Ista(new IstaOptions { Layers = 3, Lambda = 0.1 }),
        "fista" => new Fista(new FistaOptions { Layers = 3, Lambda = 0.1 }),
        "lista" => new Lista(new ListaOptions { Layers = 3, Lambda = 0.1 }),
        "lista-shared" => new Lista(new ListaOptions { Layers = 3, Lambda = 0.1, TieWeights = true }),
        "lista-tied" => new TiedLista(new TiedListaOptions { Layers = 3, Lambda = 0.1 }),
        "lista-cp" => new ListaCp(new ListaCpOptions { Layers = 3, Lambda = 0.1 }),
        "lista-cpss" => new ListaCpss(new ListaCpssOptions { Layers = 3, Lambda = 0.1, SelectedPercent = 9 }),
        "alista" => new Alista(new AlistaOptions { Layers = 3, InitialThreshold = 0.1, Selected = 4 }),
        _ => new HyperLista(new HyperListaOptions { Layers = 3, SelectionFactor = 3 }),
    };

    /// <summary>Away from the start, where many parameters are equal.</summary>
    private static void Disturb(UnfoldingNetwork network)
    {
        using var constant = torch.no_grad();
        using var generator = new torch.Generator(5, torch.CPU);
        foreach (var parameter in network.parameters())
            parameter.mul_(1 + (torch.rand(parameter.shape, dtype: parameter.dtype, generator: generator) * 0.2));
    }

    private static double Difference(Func<torch.Tensor> loss, Parameter parameter, int index)
    {
        const double Step = 1e-6;
        using var constant = torch.no_grad();
        var entry = parameter.view(-1)[index];
        double At(double shift)
        {
            entry.add_(shift);
            var value = loss().item<double>();
            entry.sub_(shift);
            return value;
        }

        return (At(Step) - At(-Step)) / (2 * Step);
    }

    private static float[] Numbers(torch.Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();

    private sealed class OneSolve : IContinuation
    {
        public object Options => this;

        public ContinuationStep? Next(ContinuationHistory history) => history.Completed == 0 ? ContinuationStep.First : null;
    }
}
