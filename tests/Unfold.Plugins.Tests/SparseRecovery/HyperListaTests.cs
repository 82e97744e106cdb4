using TorchSharp;
using Unfold.SparseRecovery;

namespace Unfold.Plugins.Tests.SparseRecovery;

public sealed class HyperListaTests : IDisposable
{
    // The figures depend on μ, one entry of WᵀA − I, as it scales two of the constants: they are of an operator with μ = 0.231, this draw's is 0.223. Twelve
    // draws with μ from 0.190 to 0.223 gave −54.7 to −60.1 dB.
    private const ulong Seed = 12;

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    // Found by random search over 400 points on 500 other signals and another operator of the same distribution (m = 250, n = 500).
    [Fact]
    public void The_usual_constants_meet_the_known_figures()
    {
        using var problem = new SparseProblem(Seed);
        using var network = problem.Build(new HyperLista(new HyperListaOptions()));
        var noiseless = problem.Draw(300);
        foreach (var (k, figure) in new[] { -5.6, -9.8, -13.6, -17.4, -21.3, -25.4, -29.5, -33.7 }.Index())
            Assert.Equal(figure, SparseProblem.NmseDb(network, noiseless, k + 1), 1.0);
        Assert.Equal(-60.8, SparseProblem.NmseDb(network, noiseless), 1.5);
    }

    [Fact]
    public void Layers_follow_the_published_formulas()
    {
        using var problem = new SparseProblem(8, measurements: 12, length: 20, type: torch.float64);
        var options = new HyperListaOptions { Layers = 4, ThresholdFactor = 0.1, MomentumFactor = 0.05, SelectionFactor = 3 };
        using var network = problem.Build(new HyperLista(options));
        var (_, observed) = problem.Draw(6, snr: 20);
        Assert.True(torch.allclose(Formulas(problem, observed.Y, options), SparseProblem.Run(network, observed), rtol: 1e-10, atol: 1e-12));
    }

    [Fact]
    public void What_is_explained_exactly_stays_finite()
    {
        using var problem = new SparseProblem(8, measurements: 12, length: 20);
        using var network = problem.Build(new HyperLista(new HyperListaOptions()));
        var nothing = new Observation(torch.zeros(2, 12), problem.Problem.Operator, NoiseLevel.None);
        Assert.True(SparseProblem.Run(network, nothing).eq(0).all().item<bool>());
    }

    [Fact]
    public void Every_number_has_a_range_and_starts_inside()
    {
        using var problem = new SparseProblem(8, measurements: 12, length: 20);
        using var network = problem.Build(new HyperLista(new HyperListaOptions()));
        Assert.Equal(3, network.named_parameters().Count());
        Assert.All(network.named_parameters(), p => Assert.InRange(p.parameter.item<float>(), network.RangeOf(p.name)!.Lower, network.RangeOf(p.name)!.Upper));
        Assert.All(network.named_parameters(), p => Assert.True(network.RangeOf(p.name)!.Logarithmic));
    }

    /// <summary>Signal by signal, with W, μ and A⁺ by other ways, and the selected entries counted by sorting.</summary>
    private static torch.Tensor Formulas(SparseProblem problem, torch.Tensor y, HyperListaOptions options)
    {
        var a = problem.Matrix;
        var solved = torch.linalg.solve(a.mm(a.t()), a);
        var w = solved / (a * solved).sum(dim: 0, keepdim: true);
        var products = w.t().mm(a);
        var mu = (products - torch.diag(products.diagonal())).abs().max().item<double>();
        var inverse = solved.t();
        var estimates = new List<torch.Tensor>();
        for (var i = 0; i < y.shape[0]; i++)
        {
            var x = torch.zeros(a.shape[1], dtype: torch.float64);
            var before = x;
            var reference = inverse.mv(y[i]).abs().sum().item<double>();
            for (var k = 0; k < options.Layers; k++)
            {
                var residual = a.mv(x) - y[i];
                var distance = inverse.mv(residual).abs().sum().item<double>();
                var theta = options.ThresholdFactor * mu * distance;
                var beta = options.MomentumFactor * mu * x.data<double>().ToArray().Count(value => value != 0);
                var selected = (int)Math.Clamp(Math.Floor(options.SelectionFactor * Math.Log(reference / distance)), 0, a.shape[1]);
                var v = (x - w.t().mv(residual) + ((x - before) * beta)).data<double>().ToArray();
                var trusted = v.Select(Math.Abs).OrderDescending().Take(selected).ToHashSet();
                (before, x) = (x, torch.tensor(v.Select(value =>
                    Math.Abs(value) <= theta ? 0 : trusted.Contains(Math.Abs(value)) ? value : value - (Math.Sign(value) * theta)).ToArray()));
            }

            estimates.Add(x);
        }

        return torch.stack(estimates);
    }
}
