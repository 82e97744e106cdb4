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
        Assert.Equal(CheckOutcome.Skipped, Found.In(new HookedNoise((clean, generator) => Noisy(clean + torch.randn(clean.shape, generator: generator)))).Single(r => r.Check == "level").Outcome);

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
