using System.ComponentModel.DataAnnotations;
using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

public sealed class NoiseTests : IDisposable
{
    private const int Batch = 200;
    private const int Measured = 500;

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public static TheoryData<string> Kinds => [.. Noises.Keys];

    private static Dictionary<string, INoise> Noises => new(StringComparer.Ordinal)
    {
        ["gaussian"] = new GaussianNoise(new() { StandardDeviation = 0.1 }),
        ["gaussian-snr"] = new GaussianNoise(new() { Snr = 20 }),
        ["laplace"] = new LaplaceNoise(new() { StandardDeviation = 0.1 }),
        ["poisson"] = new PoissonNoise(new() { Photons = 50 }),
        ["salt-and-pepper"] = new SaltAndPepperNoise(new() { Fraction = 0.1, Noise = new GaussianNoise(new() { StandardDeviation = 0.1 }) }),
    };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_level_told_is_the_root_mean_square_of_the_errors(string kind)
    {
        var clean = torch.rand(Batch, Measured, generator: Generator(1)) * 3;
        var noisy = Noises[kind].Add(clean, Generator());
        Assert.Equal(1, (noisy.Y - clean).square().mean().sqrt().item<float>() / noisy.Level.StandardDeviation, 0.02);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_generator_gives_one_noise_and_clean_measurements_stay_as_they_are(string kind)
    {
        var (clean, kept) = (torch.rand(Batch, Measured, generator: Generator(1)), torch.rand(Batch, Measured, generator: Generator(1)));
        var y = Noises[kind].Add(clean, Generator()).Y;
        Assert.True(y.Equals(Noises[kind].Add(clean, Generator()).Y));
        Assert.False(y.Equals(Noises[kind].Add(clean, Generator(3)).Y));
        Assert.True(clean.Equals(kept));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Double_measurements_stay_double(string kind) =>
        Assert.Equal(torch.float64, Noises[kind].Add(torch.ones(2, 3, dtype: torch.float64), Generator()).Y.dtype);

    [Fact]
    public void Noise_without_options_is_bit_for_bit_what_it_always_was()
    {
        var clean = torch.rand(Batch, Measured, generator: Generator(1));
        var noisy = new GaussianNoise(new()).Add(clean, Generator());
        Assert.True((clean + (torch.randn(Batch, Measured, generator: Generator()) * 1e-4)).Equals(noisy.Y));
        Assert.Equal(1e-4, noisy.Level.StandardDeviation);
    }

    [Fact]
    public void A_ratio_in_decibels_follows_every_vectors_own_deviation()
    {
        // Vectors of very different size, with a mean that is no signal.
        var clean = (torch.randn(Batch, Measured, generator: Generator(1)) * torch.logspace(-2, 2, Batch).unsqueeze(1)) + 1000;
        clean = clean.to(torch.float64);
        var errors = new GaussianNoise(new() { Snr = 20 }).Add(clean, Generator()).Y - clean;
        var ratios = errors.std(1, unbiased: true) / clean.std(1, unbiased: true);
        Assert.All(ratios.data<double>().ToArray(), ratio => Assert.Equal(0.1, ratio, 0.02));
        Assert.Equal(0.1, ratios.mean().item<double>(), 0.001);
    }

    [Fact]
    public void A_deviation_and_a_ratio_contradict_each_other()
    {
        Assert.Single(Mistakes(new GaussianNoiseOptions { Snr = 20, StandardDeviation = 1e-4 }));
        Assert.Empty(Mistakes(new GaussianNoiseOptions { Snr = 20 }));
        Assert.Empty(Mistakes(new GaussianNoiseOptions { StandardDeviation = 1e-3 }));
    }

    [Fact]
    public void One_measurement_has_no_ratio()
    {
        var error = Assert.Throws<UnfoldException>(() => new GaussianNoise(new() { Snr = 20 }).Add(torch.ones(4, 1), Generator()));
        Assert.Equal("UFP122", error.Code);
    }

    [Fact]
    public void Laplace_noise_is_symmetric_with_heavy_tails()
    {
        var errors = new LaplaceNoise(new() { StandardDeviation = 2 }).Add(torch.zeros(Batch, Measured), Generator()).Y.to(torch.float64);
        Assert.Equal(0, errors.mean().item<double>(), 0.03);
        // E|e| = b = σ/√2, and a kurtosis of 6 (Gaussian: σ√(2/π) and 3).
        Assert.Equal(Math.Sqrt(2), errors.abs().mean().item<double>(), 0.02);
        Assert.Equal(6, (errors.pow(4).mean() / errors.square().mean().square()).item<double>(), 0.4);
        Assert.True(errors.isfinite().all().item<bool>());
    }

    [Fact]
    public void Photon_noise_has_the_mean_and_the_variance_of_counts()
    {
        var rates = torch.linspace(0, 4, Measured).expand(20_000, Measured);
        var y = new PoissonNoise(new() { Photons = 10 }).Add(rates, Generator()).Y.to(torch.float64);
        var (expected, means, variances) = (rates[0].to(torch.float64), y.mean([0L]), y.var(0, unbiased: true));
        Assert.InRange((means - expected).abs().max().item<double>(), 0, 0.03);
        Assert.InRange((variances - (expected / 10)).abs().max().item<double>(), 0, 0.03);
        // Counts over the gain.
        Assert.True((y * 10).allclose((y * 10).round(), 1e-6, 1e-5));
    }

    [Fact]
    public void Photon_noise_refuses_negative_measurements_and_forgives_rounding()
    {
        var poisson = new PoissonNoise(new());
        var clean = torch.ones(2, 3);
        clean[1, 2] = torch.tensor(-1e-7f);
        Assert.InRange(poisson.Add(clean, Generator()).Y.min().item<float>(), 0, 0);
        clean[1, 2] = torch.tensor(-0.01f);
        var error = Assert.Throws<UnfoldException>(() => poisson.Add(clean, Generator()));
        Assert.Equal("UFP120", error.Code);
    }

    [Fact]
    public void Lost_measurements_become_the_extremes_of_their_vector_equally_often()
    {
        var clean = torch.randn(Batch, Measured, generator: Generator(1)) * torch.linspace(1, 5, Batch).unsqueeze(1);
        var y = new SaltAndPepperNoise(new() { Fraction = 0.1 }).Add(clean, Generator()).Y;
        var lost = y.ne(clean);
        var (smallest, largest) = (clean.amin([1L], keepdim: true), clean.amax([1L], keepdim: true));
        Assert.True(lost.logical_not().logical_or(y.eq(smallest)).logical_or(y.eq(largest)).all().item<bool>());
        Assert.Equal(0.1, lost.sum().item<long>() / (double)(Batch * Measured), 0.005);
        Assert.Equal(0.5, y.eq(largest).logical_and(lost).sum().item<long>() / (double)lost.sum().item<long>(), 0.02);
    }

    private static IEnumerable<ValidationResult> Mistakes(GaussianNoiseOptions options) => options.Validate(new ValidationContext(options));

    private static torch.Generator Generator(ulong seed = 2) => new(seed, torch.CPU);
}
