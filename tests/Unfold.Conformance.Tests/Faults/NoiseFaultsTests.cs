using TorchSharp;
using Unfold.Testing;

namespace Unfold.Conformance.Tests;

public sealed class NoiseFaultsTests
{
    [Fact]
    public void Sound_noise_passes_with_the_level_that_it_tells()
    {
        var noise = new HookedNoise((clean, generator) => Noisy(clean + (torch.randn(clean.shape, generator: generator) * 0.1)));
        Found.Passes(noise);
        Assert.True(Found.In(noise).Single(r => r.Check == "level").Passed);
    }

    [Fact]
    public void Another_level_than_is_told_is_told() =>
        Found.Tells(new HookedNoise((clean, generator) => Noisy(clean + torch.randn(clean.shape, generator: generator))), "level", "σ = 0.1 is told");

    [Fact]
    public void The_same_noise_every_time_is_found()
    {
        Found.Fails(
            new HookedNoise((clean, _) =>
            {
                using var own = new torch.Generator(42, torch.CPU);
                return Noisy(clean + (torch.randn(clean.shape, generator: own) * 0.1));
            }),
            "fresh noise",
            "the same noise");
        // A quantiser draws nothing, and neither does silence.
        Found.Passes(new HookedNoise((clean, _) => Noisy((clean * 8).round() / 8)));
        Found.Passes(new HookedNoise((clean, _) => new NoisyMeasurements(clean.clone(), new NoiseLevel(0))));
    }

    [Fact]
    public void Noise_of_counts_is_checked_on_measurements_that_are_not_negative()
    {
        var results = Found.In(new HookedNoise((clean, generator) => clean.min().item<float>() < 0
            ? throw new UnfoldException("UFP999", "there are negative counts", "measure what is not negative")
            : Noisy(torch.poisson(clean, generator: generator))));
        Assert.All(results, r => Assert.True(r is { Failed: false, IsRefused: false }, r.ToString()));
    }

    [Fact]
    public void Noise_added_in_place_is_found() => Found.Fails(new HookedNoise((clean, _) => Noisy(clean.add_(0.1))), "clean measurements", "in place");

    [Fact]
    public void Noise_from_torchs_generator_is_found() => Found.Fails(new HookedNoise((clean, _) => Noisy(clean + torch.randn(clean.shape))), "same seed, same bits", "different noise");

    [Fact]
    public void Noise_of_another_type_is_found() => Found.Fails(new HookedNoise((clean, _) => Noisy(clean.to(torch.float64))), "noisy measurements", "Float64");

    [Fact]
    public void A_level_that_is_negative_is_found() => Found.Fails(new HookedNoise((clean, _) => new NoisyMeasurements(clean.clone(), new NoiseLevel(-1))), "noisy measurements", "level of -1");

    [Fact]
    public void A_condition_whose_name_is_no_metrics_is_found()
    {
        Found.Passes(new HookedCondition("sigma-1e-2"));
        Found.Fails(new HookedCondition("Sigma 1"), "name", "lower-case");
    }

    private static NoisyMeasurements Noisy(torch.Tensor y) => new(y, new NoiseLevel(0.1));
}
