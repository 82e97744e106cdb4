using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

public sealed class OutlierNoiseTests : IDisposable
{
    private const int Batch = 200;
    private const int Measured = 50;

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Every_vector_has_its_share_of_outliers_of_either_sign_at_places_of_its_own()
    {
        var errors = Errors(new OutlierNoiseOptions { Fraction = 0.1, Amplitude = 3 });
        Assert.All(errors.ne(0).sum(dim: 1).data<long>().ToArray(), count => Assert.Equal(5, count));
        Assert.All(errors.data<float>().ToArray(), value => Assert.Contains(value, (float[])[-3, 0, 3]));
        Assert.Equal(0.5, errors.gt(0).sum().item<long>() / (5.0 * Batch), 0.05);
        // No place is preferred: each is hit 20 times in the mean.
        Assert.All(errors.ne(0).sum(dim: 0).data<long>().ToArray(), hits => Assert.InRange(hits, 4, 40));
    }

    [Fact]
    public void Gaussian_outliers_have_the_amplitude_as_deviation()
    {
        var errors = Errors(new OutlierNoiseOptions { Fraction = 0.5, Amplitude = 2, Distribution = OutlierDistribution.Gaussian });
        Assert.Equal(25 * Batch, errors.ne(0).sum().item<long>());
        Assert.Equal(2, Math.Sqrt(errors.square().sum().item<float>() / (25 * Batch)), 0.1);
    }

    [Fact]
    public void There_is_at_least_one_and_the_level_told_is_that_of_the_noise_beneath()
    {
        using var generator = new torch.Generator(1, torch.CPU);
        var clean = torch.ones(Batch, Measured);
        var noisy = new OutlierNoise(new() { Fraction = 1e-4, Amplitude = 50, Noise = new GaussianNoise(new() { StandardDeviation = 0.1 }) }).Add(clean, generator);
        Assert.Equal(0.1, noisy.Level.StandardDeviation);
        Assert.Equal(NoiseLevel.None, new OutlierNoise(new()).Add(clean, generator).Level);
        var large = (noisy.Y - clean).abs().gt(10);
        Assert.All(large.sum(dim: 1).data<long>().ToArray(), count => Assert.Equal(1, count));
        Assert.Equal(0.1, (noisy.Y - clean)[~large].std().item<float>(), 0.01);
        Assert.True(clean.eq(1).all().item<bool>());
    }

    [Fact]
    public void One_generator_gives_one_set_of_outliers()
    {
        var options = new OutlierNoiseOptions { Noise = new GaussianNoise(new()) };
        Assert.True(Errors(options).Equals(Errors(options)));
        Assert.False(Errors(options).Equals(Errors(options, seed: 2)));
    }

    private static torch.Tensor Errors(OutlierNoiseOptions options, ulong seed = 1)
    {
        using var generator = new torch.Generator(seed, torch.CPU);
        return new OutlierNoise(options).Add(torch.zeros(Batch, Measured), generator).Y;
    }
}
