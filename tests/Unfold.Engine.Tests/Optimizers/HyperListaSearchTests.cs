using TorchSharp;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Seeds;
using Unfold.SparseRecovery;

namespace Unfold.Engine.Tests;

public sealed class HyperListaSearchTests
{
    [Fact]
    public void Three_numbers_far_from_good_ones_are_found_without_gradients()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(3, torch.CPU);
        var matrix = torch.randn(60, 120, generator: generator);
        var measurement = new DenseOperator(matrix / matrix.square().sum(dim: 0, keepdim: true).sqrt());
        var problem = new Problem(new SignalShape(1, 1, 120), measurement, NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);
        var options = new HyperListaOptions { Layers = 10, ThresholdFactor = 1, MomentumFactor = 1e-5, SelectionFactor = 0.1 };
        using var network = new HyperLista(options).Build(problem, new TrainingSample(torch.zeros(1, 120)));
        var named = network.named_parameters().ToList();
        using var update = new RandomSearch(new RandomSearchOptions()).Build([.. named.Select(p => p.parameter)], [.. named.Select(p => network.RangeOf(p.name))]);
        (torch.Tensor, Observation) Draw(int count)
        {
            var x = torch.randn(count, 120, generator: generator) * torch.rand(count, 120, generator: generator).lt(0.06);
            return (x, new Observation(measurement.Apply(x), measurement, NoiseLevel.None));
        }

        double Decibels((torch.Tensor Truth, Observation Observed) signals)
        {
            using var constant = torch.no_grad();
            var error = network.Estimate(network.RunLayers(signals.Observed, ContinuationStep.First), signals.Observed) - signals.Truth;
            return 10 * Math.Log10((error.square().sum() / signals.Truth.square().sum()).item<float>());
        }

        var test = Draw(200);
        Assert.InRange(Decibels(test), -3, 0);
        for (var step = 0; step < 20; step++)
        {
            using var stepScope = torch.NewDisposeScope();
            TorchSeed.Set((ulong)(step + 1));
            var (truth, observed) = Draw(100);
            update.Step(() => (network.Estimate(network.RunLayers(observed, ContinuationStep.First), observed) - truth).square().mean(), 0.2);
        }

        Assert.InRange(Decibels(test), -200, -20);
        measurement.Dispose();
    }
}
