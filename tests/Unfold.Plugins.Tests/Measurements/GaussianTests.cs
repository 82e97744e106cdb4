using TorchSharp;
using Unfold.Measurements;
using Unfold.Testing;

namespace Unfold.Plugins.Tests.Measurements;

public class GaussianTests
{
    [Fact]
    public void The_operator_has_its_adjoint_norm_and_matrix()
    {
        using var generator = new torch.Generator(3, torch.CPU);
        using var drawn = new Gaussian(new() { Ratio = 0.3 }).Draw(new SignalShape(1, 7, 9), generator);
        Assert.Equal(19, drawn.MeasurementCount);
        Assert.All(
            [OperatorChecks.Adjointness(drawn, generator), OperatorChecks.Norm(drawn), OperatorChecks.DenseAgrees(drawn)],
            check => Assert.True(check.Passed, check.ToString()));
    }

    [Fact]
    public void One_seed_gives_one_matrix_with_entries_of_variance_one_over_m()
    {
        using var first = Draw(5);
        using var second = Draw(5);
        using var other = Draw(6);
        Assert.Equal(first.Dense!.data<float>().ToArray(), second.Dense!.data<float>().ToArray());
        Assert.NotEqual(first.Dense!.data<float>().ToArray(), other.Dense!.data<float>().ToArray());
        Assert.Equal(1.0, (first.Dense!.square().mean() * first.MeasurementCount).item<float>(), 0.02);
    }

    [Fact]
    public void Noise_has_the_level_that_it_tells()
    {
        using var generator = new torch.Generator(3, torch.CPU);
        var noisy = new GaussianNoise(new() { StandardDeviation = 0.5 }).Add(torch.zeros(100, 100), generator);
        Assert.Equal(0.5, noisy.Level.StandardDeviation);
        Assert.Equal(0.5, noisy.Y.std().item<float>(), 0.02);
    }

    private static MeasurementOperator Draw(ulong seed)
    {
        using var generator = new torch.Generator(seed, torch.CPU);
        return new Gaussian(new()).Draw(new SignalShape(1, 28, 28), generator);
    }
}
