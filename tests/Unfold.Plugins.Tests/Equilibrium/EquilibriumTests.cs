using System.Runtime.CompilerServices;
using TorchSharp;
using Unfold.Plugins.Tests;

namespace Unfold.Equilibrium.Tests;

public sealed class EquilibriumTests : IDisposable
{
    private static readonly EquilibriumOptions Exact = new() { Of = new Contraction(), MaxIterations = 500, Tolerance = 1e-14 };

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly SmallImages _images = new(torch.float64);

    public static TheoryData<bool, int, double> Iterations => new() { { false, 0, 1 }, { true, 0, 0.7 }, { false, 5, 1 }, { true, 3, 0.8 } };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Iterations))]
    public void The_gradient_is_that_of_very_many_layers(bool asColumns, int memory, double damping)
    {
        using var unrolled = Build(new Contraction(asColumns: asColumns));
        using var equilibrium = Build(Exact with { Of = new Contraction(asColumns: asColumns), Memory = memory, Damping = damping });
        ParameterCopy.Make(unrolled, equilibrium);
        var (expected, reached) = (_images.Loss(unrolled, 3), _images.Loss(equilibrium, 3));
        Assert.Equal(expected.item<double>(), reached.item<double>(), 1e-12);
        expected.backward();
        reached.backward();
        foreach (var (first, second) in unrolled.parameters().Zip(equilibrium.parameters()))
            Assert.InRange((first.grad! - second.grad!).norm().item<double>() / first.grad!.norm().item<double>(), 0, 1e-10);
    }

    [Fact]
    public void Gradients_accumulate_and_go_to_the_measurements_too()
    {
        using var unrolled = Build(new Contraction());
        using var equilibrium = Build(Exact);
        ParameterCopy.Make(unrolled, equilibrium);
        var gradients = new[] { unrolled, equilibrium }.Select(network =>
        {
            var observed = _images.Observe(2);
            var y = observed.Y.clone().requires_grad_(true);
            for (var pass = 0; pass < 2; pass++)
                network.Estimate(network.RunLayers(observed with { Y = y }, ContinuationStep.First), observed).pow(3).sum().backward();
            return new[] { y.grad! }.Concat(network.parameters().Select(p => p.grad!)).ToList();
        }).ToList();
        Assert.All(gradients[0].Zip(gradients[1]), pair => Assert.InRange((pair.First - pair.Second).norm().item<double>() / pair.First.norm().item<double>(), 0, 1e-10));
    }

    [Fact]
    public void The_jacobian_free_gradient_is_that_of_one_layer_at_the_fixed_point()
    {
        using var inner = (Contraction.Network)Build(new Contraction());
        using var equilibrium = Build(Exact with { Gradient = EquilibriumGradient.JacobianFree });
        ParameterCopy.Make(inner, equilibrium);
        var observed = _images.Observe(2);
        LayerState fixedPoint;
        using (torch.no_grad())
            fixedPoint = inner.RunLayers(observed, ContinuationStep.First);
        inner.Estimate(inner.Layer(fixedPoint, observed, 0), observed).pow(3).sum().backward();
        equilibrium.Estimate(equilibrium.RunLayers(observed, ContinuationStep.First), observed).pow(3).sum().backward();
        Assert.All(inner.parameters().Zip(equilibrium.parameters()), pair => Assert.Equal(0, (pair.First.grad! - pair.Second.grad!).norm().item<double>(), 1e-12));

        using var implicitly = Build(Exact);
        ParameterCopy.Make(inner, implicitly);
        implicitly.Estimate(implicitly.RunLayers(observed, ContinuationStep.First), observed).pow(3).sum().backward();
        Assert.True((implicitly.parameters().First().grad! - inner.parameters().First().grad!).norm().item<double>() > 1e-3);
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    public void The_residual_is_within_the_tolerance_and_no_better_than_asked_for(double tolerance)
    {
        using var noGradient = torch.no_grad();
        using var equilibrium = Build(Exact with { Of = new Contraction(0.9), Tolerance = tolerance, Memory = 0 });
        var inner = Inner(equilibrium);
        var observed = _images.Observe(4);
        var state = ((EquilibriumState)equilibrium.RunLayers(observed, ContinuationStep.First)).Of;
        var (x, next) = (inner.Estimate(state, observed), inner.Estimate(inner.Layer(state, observed, 0), observed));
        Assert.InRange(((next - x).norm(1L) / next.norm(1L)).max().item<double>(), tolerance * 1e-3, tolerance);
    }

    [Fact]
    public void Anderson_needs_fewer_evaluations_than_plain_iteration()
    {
        using var noGradient = torch.no_grad();
        int Evaluations(int memory)
        {
            using var equilibrium = Build(Exact with { Of = new Contraction(0.98), Tolerance = 1e-8, Memory = memory });
            equilibrium.RunLayers(_images.Observe(4), ContinuationStep.First);
            return Inner(equilibrium).Evaluations;
        }

        var (plain, accelerated) = (Evaluations(0), Evaluations(5));
        Assert.InRange(accelerated, 8, plain * 2 / 3);
    }

    [Fact]
    public void A_signals_estimate_does_not_depend_on_the_others_of_its_batch()
    {
        using var noGradient = torch.no_grad();
        using var equilibrium = Build(Exact with { Tolerance = 1e-10 });
        var all = _images.Observe(4);
        var together = equilibrium.Estimate(equilibrium.RunLayers(all, ContinuationStep.First), all);
        for (var i = 0; i < 4; i++)
        {
            var alone = all with { Y = all.Y.narrow(0, i, 1) };
            Assert.Equal(0, (equilibrium.Estimate(equilibrium.RunLayers(alone, ContinuationStep.First), alone) - together.narrow(0, i, 1)).abs().max().item<double>(), 1e-8);
        }
    }

    [Fact]
    public void Memory_does_not_grow_with_the_iterations()
    {
        long Alive(int iterations)
        {
            using var equilibrium = Build(Exact with { MaxIterations = iterations, Tolerance = 0 });
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            _images.Loss(equilibrium, 2).backward();
            return Inner(equilibrium).MostAlive - before;
        }

        Alive(10);
        Assert.Equal(Alive(20), Alive(200));
    }

    [Fact]
    public void A_pass_leaves_nothing_of_its_equation_behind()
    {
        using var equilibrium = Build(Exact);
        var observed = Pass(equilibrium);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(observed.IsAlive);
    }

    [Fact]
    public void Without_gradient_the_estimate_is_the_same()
    {
        using var equilibrium = Build(Exact);
        var withGradient = _images.Loss(equilibrium, 2).item<double>();
        using var noGradient = torch.no_grad();
        Assert.Equal(withGradient, _images.Loss(equilibrium, 2).item<double>());
    }

    [Fact]
    public void A_solve_that_ends_too_soon_is_told_of_the_evaluation_that_it_was_in()
    {
        using var network = Build(Exact with { MaxIterations = 4, Tolerance = 1e-10 });
        var told = (IEvaluationNotes)network;
        var observed = _images.Observe(3);
        using (torch.no_grad())
            network.RunLayers(observed, ContinuationStep.First);
        network.RunLayers(observed, ContinuationStep.First);
        Assert.StartsWith("3 of 3 equilibria were not within the tolerance 1e-10 after 4 evaluations", Assert.Single(told.Notes()), StringComparison.Ordinal);
        told.BeginNotes();
        Assert.Empty(told.Notes());

        using var patient = Build(Exact with { Tolerance = 1e-10 });
        using (torch.no_grad())
            patient.RunLayers(observed, ContinuationStep.First);
        Assert.Empty(((IEvaluationNotes)patient).Notes());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Pass(UnfoldingNetwork equilibrium)
    {
        using var scope = torch.NewDisposeScope();
        var observed = _images.Observe(2);
        equilibrium.Estimate(equilibrium.RunLayers(observed, ContinuationStep.First), observed).sum().backward();
        return new WeakReference(observed);
    }

    private UnfoldingNetwork Build(EquilibriumOptions options) => Build(new Equilibrium(options));

    private UnfoldingNetwork Build(IArchitecture architecture) => _images.Build(architecture);

    private static Contraction.Network Inner(UnfoldingNetwork equilibrium) => (Contraction.Network)equilibrium.children().Single();
}
