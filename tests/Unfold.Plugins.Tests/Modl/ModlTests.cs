using TorchSharp;
using Unfold.Plugins.Tests;

namespace Unfold.Modl.Tests;

public sealed class ModlTests
{
    private static readonly ModlOptions Small = new() { Layers = 3, Depth = 3, Filters = 4, Tolerance = 1e-14, Iterations = 200 };

    public static TheoryData<SolverGradient> Gradients => [SolverGradient.Implicit, SolverGradient.Unrolled];

    [Theory]
    [MemberData(nameof(Gradients))]
    public void It_holds_what_every_network_must(SolverGradient gradient) => new SmallImages().Check(new Modl(Small with { Gradient = gradient, Tolerance = 1e-6, Iterations = 30 }));

    [Theory]
    [MemberData(nameof(Gradients))]
    public void Gradients_are_those_of_finite_differences(SolverGradient gradient)
    {
        var images = new SmallImages(torch.float64);
        using var network = images.Build(new Modl(Small with { Gradient = gradient }));
        images.CheckGradients(network, tolerance: 1e-5);
    }

    [Fact]
    public void Training_lowers_the_loss() => Assert.InRange(new SmallImages().Trained(new Modl(Small with { Tolerance = 1e-6, Iterations = 30 }), 2e-3, 60), 0, 0.8);

    [Fact]
    public void What_its_start_adds_to_the_loss_and_asks_for_counts()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var start = new IstaNet.IstaNet(new IstaNet.IstaNetOptions { Layers = 1, Filters = 2, SymmetryWeight = 3 });
        using var network = images.Build(new Modl(Small with { Start = start }));
        var alone = (UnfoldingNetwork)network.named_children().Single(c => c.name == "start").module;
        var observed = images.Observe(2);
        var expected = alone.Penalty(alone.RunLayers(observed, ContinuationStep.First), observed)!.item<double>();
        Assert.Equal(expected, network.Penalty(network.RunLayers(observed, ContinuationStep.First), observed)!.item<double>(), 1e-12);
        Assert.True(expected > 0);

        Assert.False(((IOracleNetwork)network).UsesOracle);
        using var oracle = images.Build(new Modl(Small with { Start = new Deconet.Deconet(new Deconet.DeconetOptions { NoiseBound = Deconet.NoiseBoundRule.Oracle }) }));
        Assert.True(((IOracleNetwork)oracle).UsesOracle);
    }

    [Fact]
    public void A_layer_solves_its_least_squares_problem()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var observed = images.Observe(3);
        var (a, right, weight) = (images.Problem.Operator.Dense!, torch.randn(3, SmallImages.Length, dtype: torch.float64), torch.tensor(0.2, dtype: torch.float64));
        // Every row at its own pace: one starts at its solution, one at zero; one has nothing to solve for.
        var exact = Dense(a, right, weight);
        right[2].zero_();
        var start = torch.stack([exact[0], torch.zeros_like(exact[1]), torch.zeros_like(exact[2])]);
        var x = new ConjugateGradient(200, 1e-14).Solve(observed.Operator, right, weight, start);
        Assert.Equal(0, (x - Dense(a, right, weight)).abs().max().item<double>(), 1e-11);
    }

    [Fact]
    public void Iterations_end_where_the_tolerance_or_their_number_says()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var (a, right, weight) = (images.Problem.Operator.Dense!, torch.randn(4, SmallImages.Length, dtype: torch.float64), torch.tensor(1e-3, dtype: torch.float64));
        double Residual(ConjugateGradient solver)
        {
            var x = solver.Solve(images.Problem.Operator, right, weight, torch.zeros_like(right));
            return ((x.mm(Matrix(a, weight)) - right).norm(1L) / right.norm(1L)).max().item<double>();
        }

        Assert.InRange(Residual(new ConjugateGradient(1000, 1e-3)), 0, 1e-3);
        Assert.InRange(Residual(new ConjugateGradient(1000, 1e-10)), 0, 1e-10);
        Assert.True(Residual(new ConjugateGradient(2, 1e-10)) > 1e-2);
    }

    [Fact]
    public void The_gradient_of_a_solve_is_that_of_the_dense_solve()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var a = images.Problem.Operator.Dense!;
        var solver = new ConjugateGradient(200, 1e-15);
        using var generator = new torch.Generator(6, torch.CPU);
        var rights = torch.randn(3, SmallImages.Length, dtype: torch.float64, generator: generator);
        var weights = torch.randn(3, SmallImages.Length, dtype: torch.float64, generator: generator);
        (torch.Tensor Right, torch.Tensor Weight) Of(Func<torch.Tensor, torch.Tensor, torch.Tensor> solve)
        {
            var (right, weight) = (rights.clone().requires_grad_(true), torch.tensor(0.3, dtype: torch.float64).requires_grad_(true));
            (solve(right, weight).tanh() * weights).sum().backward();
            return (right.grad!, weight.grad!);
        }

        var expected = Of((right, weight) => Dense(a, right, weight));
        foreach (var reached in new[]
        {
            Of((right, weight) => NormalEquations.Solve(solver, images.Problem.Operator, right, weight, right)),
            Of((right, weight) => solver.Solve(images.Problem.Operator, right, weight, right.detach())),
        })
        {
            Assert.Equal(0, (expected.Right - reached.Right).abs().max().item<double>(), 1e-11);
            Assert.Equal(0, (expected.Weight - reached.Weight).abs().max().item<double>(), 1e-10);
        }
    }

    [Fact]
    public void The_implicit_gradient_keeps_no_iterations_and_solves_backward()
    {
        var (kept, backward) = Applied(SolverGradient.Implicit);
        Assert.Equal(0, kept);
        Assert.True(backward > 5);
        (kept, backward) = Applied(SolverGradient.Unrolled);
        Assert.True(kept > 5);
        Assert.Equal(0, backward);
    }

    [Fact]
    public void The_fully_differentiable_one_has_the_same_values_and_second_derivatives()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        var component = new Modl(Small);
        using var implicitly = images.Build(component);
        using var full = images.Build(component.WithFullGradient());
        full.load_state_dict(implicitly.state_dict());
        Assert.Equal(images.Loss(implicitly, 2).item<double>(), images.Loss(full, 2).item<double>(), 1e-12);

        var weight = full.named_parameters().Single(p => p.name == "log_regularization").parameter;
        var first = torch.autograd.grad([images.Loss(full, 2)], [weight], retain_graph: true, create_graph: true)[0];
        var second = torch.autograd.grad([first], [weight])[0].item<double>();
        double First(double offset)
        {
            using (torch.no_grad())
                weight.add_(offset);
            var slope = torch.autograd.grad([images.Loss(full, 2)], [weight])[0].item<double>();
            using (torch.no_grad())
                weight.sub_(offset);
            return slope;
        }

        Assert.Equal((First(1e-5) - First(-1e-5)) / 2e-5, second, 1e-6);
    }

    [Fact]
    public void It_takes_the_operator_from_the_observation()
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        using var network = images.Build(new Modl(Small with { Layers = 1, Regularization = 1e-6 }));
        using var other = new DenseOperator(torch.eye(SmallImages.Length, dtype: torch.float64));
        var truth = images.Truth(2);
        var observed = new Observation(other.Apply(truth), other, NoiseLevel.None);
        var x = network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed);
        Assert.Equal(0, (x - truth).abs().max().item<double>(), 1e-4);
    }

    /// <summary>How often A was applied with gradient in a forward pass, and how often at all in the backward pass.</summary>
    private static (int Kept, int Backward) Applied(SolverGradient gradient)
    {
        using var scope = torch.NewDisposeScope();
        var images = new SmallImages(torch.float64);
        using var network = images.Build(new Modl(Small with { Gradient = gradient }));
        var observed = images.Observe(2);
        using var counting = new CountingOperator(observed.Operator);
        observed = observed with { Operator = counting };
        var loss = network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed).square().sum();
        var (kept, forward) = (counting.WithGradient, counting.Applied);
        loss.backward();
        return (kept, counting.Applied - forward);
    }

    private static torch.Tensor Matrix(torch.Tensor a, torch.Tensor weight) => torch.mm(a.t(), a) + (torch.eye(a.shape[1], dtype: a.dtype) * weight);

    private static torch.Tensor Dense(torch.Tensor a, torch.Tensor right, torch.Tensor weight) => torch.linalg.solve(Matrix(a, weight), right.t()).t();
}
