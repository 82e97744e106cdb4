using TorchSharp;

namespace Unfold.Deconet.Tests.Mathematics;

/// <summary>What landscapes ask for: the gradient through all that the values depend on.</summary>
public sealed class FullGradientTests
{
    private const double Step = 1e-6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_that_of_finite_differences_and_the_values_are_those_of_training(bool asPublished)
    {
        using var scope = torch.NewDisposeScope();
        var problem = new AnalysisProblem();
        // Without the oracle that observations here do not carry, and with clips that are passed by nothing at this point.
        var options = new DeconetOptions { AsPublished = asPublished, Layers = 6, NoiseBound = NoiseBoundRule.Known, OutputRange = OutputRangeRule.None };
        using var trained = problem.Network(options);
        using var full = problem.Network(options with { Gradient = GradientRule.Full }, isThroughNorms: true);
        Assert.Equal(Loss(trained, problem).item<double>(), Loss(full, problem).item<double>());

        var (held, through) = (Along(trained, problem), Along(full, problem));
        Assert.InRange(Math.Abs(through.Automatic - through.Difference) / Math.Abs(through.Difference), 0, 1e-5);
        // The control: in training a part is held back.
        Assert.True(Math.Abs(held.Automatic - held.Difference) / Math.Abs(held.Difference) > 1e-3);
    }

    [Fact]
    public void Second_derivatives_are_those_of_the_gradient()
    {
        using var scope = torch.NewDisposeScope();
        var problem = new AnalysisProblem();
        using var network = problem.Network(new DeconetOptions { Layers = 6 }, isThroughNorms: true);
        var analysis = network.parameters().Single();
        var direction = Direction(analysis);
        var first = torch.autograd.grad([Loss(network, problem)], [analysis], retain_graph: true, create_graph: true)[0];
        var automatic = torch.autograd.grad([(first * direction).sum()], [analysis])[0];
        var (above, below) = (Gradient(Step), Gradient(-Step));
        var difference = (above - below) / (2 * Step);
        Assert.InRange((automatic - difference).norm().item<double>() / difference.norm().item<double>(), 0, 1e-4);

        torch.Tensor Gradient(double offset)
        {
            using (torch.no_grad())
                analysis.add_(direction * offset);
            var gradient = torch.autograd.grad([Loss(network, problem)], [analysis])[0];
            using (torch.no_grad())
                analysis.add_(direction * -offset);
            return gradient;
        }
    }

    [Fact]
    public void The_component_gives_that_network()
    {
        var full = Assert.IsType<DeconetOptions>(new Deconet(new DeconetOptions { AsPublished = true }).WithFullGradient().Options);
        Assert.Equal(GradientRule.Full, full.Gradient);
    }

    private static (double Automatic, double Difference) Along(DeconetNetwork network, AnalysisProblem problem)
    {
        var analysis = network.parameters().Single();
        var direction = Direction(analysis);
        var gradient = torch.autograd.grad([Loss(network, problem)], [analysis])[0];
        return ((gradient * direction).sum().item<double>(), (At(Step) - At(-Step)) / (2 * Step));

        double At(double offset)
        {
            using var noGradient = torch.no_grad();
            analysis.add_(direction * offset);
            var value = Loss(network, problem).item<double>();
            analysis.add_(direction * -offset);
            return value;
        }
    }

    // W itself: it changes the norm, and with it the steps, as no random direction does.
    private static torch.Tensor Direction(torch.Tensor analysis) => analysis.detach().clone();

    private static torch.Tensor Loss(DeconetNetwork network, AnalysisProblem problem)
    {
        var observed = problem.Observe();
        return network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed).square().sum();
    }
}
