using TorchSharp;
using Unfold.Losses;

namespace Unfold.Plugins.Tests.Losses;

public class LayersTests
{
    // Truth 0 and estimates 1, 2, 3: squared errors 1, 4, 9.
    [Theory]
    [InlineData(LayerWeighting.Last, 9.0)]
    [InlineData(LayerWeighting.Uniform, 14.0 / 3)]
    [InlineData(LayerWeighting.Linear, (1 + 8 + 27) / 6.0)]
    [InlineData(LayerWeighting.Geometric, (0.25 + 2 + 9) / 1.75)]
    public void It_weighs_the_losses_of_the_layers(LayerWeighting weighting, double expected)
    {
        using var scope = torch.NewDisposeScope();
        var loss = new Layers(new LayersOptions { Weighting = weighting, Decay = 0.5 });
        Assert.Equal(expected, loss.Evaluate(Context(1, 2, 3)).item<double>(), 12);
        Assert.Equal(1, loss.Weights(7).Sum(), 12);
    }

    [Fact]
    public void Every_layer_has_its_part_of_the_gradient()
    {
        using var scope = torch.NewDisposeScope();
        var context = Context(1, 2, 3);
        foreach (var estimate in context.LayerEstimates())
            estimate.requires_grad = true;
        new Layers(new LayersOptions { Weighting = LayerWeighting.Linear }).Evaluate(context).backward();
        // wₖ · 2xₖ.
        Assert.Equal([2 / 6.0, 8 / 6.0, 18 / 6.0], context.LayerEstimates().Select(x => x.grad!.item<double>()));
    }

    [Fact]
    public void The_loss_inside_compares()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(2, new Layers(new LayersOptions { Loss = new MeanAbsoluteError(new NoOptions()) }).Evaluate(Context(1, 2, 3)).item<double>(), 12);
    }

    [Fact]
    public void A_loss_inside_that_must_not_see_the_truth_does_not()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(2, new Layers(new LayersOptions { Loss = new Blind() }).Evaluate(Context(1, 2, 3)).item<double>(), 12);
    }

    // The layers' estimates of other measurements y are y, 2y, 3y.
    [Fact]
    public void A_loss_inside_that_runs_the_network_again_gets_the_estimate_of_the_same_layer()
    {
        using var scope = torch.NewDisposeScope();
        var context = Context(1, 2, 3) with { Reconstruct = other => new Reconstruction(other.Y * 3) { LayerEstimates = [other.Y, other.Y * 2, other.Y * 3] } };
        var again = new Again();
        Assert.Equal((10 + 20 + 30) / 3.0, new Layers(new LayersOptions { Loss = again }).Evaluate(context).item<double>(), 12);
        Assert.Equal([(1.0, 1), (2, 2), (3, 3)], again.Seen);
        // Of itself it is the mean over k of the means up to k: 1, 2.5 and 14/3.
        var nested = new Layers(new LayersOptions { Loss = new Layers(new LayersOptions()) });
        Assert.Equal((1 + 2.5 + (14 / 3.0)) / 3, nested.Evaluate(context).item<double>(), 12);
    }

    [Fact]
    public void Estimates_that_were_not_collected_are_a_mistake_that_is_told()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Contains(nameof(IUsesLayers), Assert.Throws<InvalidOperationException>(() => new Layers(new LayersOptions()).Evaluate(Context())).Message, StringComparison.Ordinal);
    }

    private static LossContext Context(params double[] estimates)
    {
        List<torch.Tensor> layers = [.. estimates.Select(x => torch.full(new long[] { 1, 1 }, x, dtype: torch.float64))];
        var last = layers.LastOrDefault() ?? torch.zeros(1, 1);
        return new LossContext(null!, new Observation(last, null!, new NoiseLevel(0)), new Reconstruction(last) { LayerEstimates = layers }, torch.zeros(1, 1, dtype: torch.float64), _ => throw new InvalidOperationException());
    }

    // The network's estimate of 10.
    private sealed class Again : ILoss
    {
        public object Options => new NoOptions();

        public List<(double Estimate, int Layers)> Seen { get; } = [];

        public torch.Tensor Evaluate(LossContext context)
        {
            Seen.Add((context.Output.Estimate.item<double>(), context.Output.LayerEstimates.Count));
            return context.Reconstruct(context.Observed with { Y = torch.full(new long[] { 1, 1 }, 10.0, dtype: torch.float64) }).Estimate.sum();
        }
    }

    private sealed class Blind : ILoss, ISelfSupervised
    {
        public object Options => new NoOptions();

        public torch.Tensor Evaluate(LossContext context) => context.Truth is null ? context.Output.Estimate.sum() : throw new InvalidOperationException("The truth was shown.");
    }
}
