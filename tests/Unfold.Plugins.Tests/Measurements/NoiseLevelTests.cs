using TorchSharp;
using Unfold.Continuation;
using Unfold.Datasets;
using Unfold.Deconet;
using Unfold.Engine.Optimizers;
using Unfold.Engine.Problems;
using Unfold.Losses;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

/// <summary>What a network is built with: the level of noise that depends on the signal.</summary>
public sealed class NoiseLevelTests
{
    [Fact]
    public void A_problem_knows_the_level_of_noise_at_a_ratio_from_training_signals()
    {
        using var prepared = Prepare(new Gaussian(new() { Noise = new GaussianNoise(new() { Snr = 20 }) }));
        using var scope = torch.NewDisposeScope();
        var clean = prepared.Problem.Operator.Apply(prepared.Train);
        var expected = Math.Sqrt(clean.var(1, unbiased: true).mean().item<float>()) / 10;
        Assert.Equal(1, prepared.Problem.Noise.StandardDeviation / expected, 1e-4);
    }

    [Fact]
    public void A_fixed_level_is_the_one_given()
    {
        using var prepared = Prepare(new Gaussian(new() { Noise = new GaussianNoise(new() { StandardDeviation = 3e-3 }) }));
        Assert.Equal(3e-3, prepared.Problem.Noise.StandardDeviation);
    }

    [Fact]
    public void Photon_noise_on_normalised_images_is_refused_before_training() =>
        Assert.Equal("UFP120", Assert.Throws<UnfoldException>(() => Prepare(new PixelMask(new() { Noise = new PoissonNoise(new()) }))).Code);

    private static PreparedProblem Prepare(IMeasurement measurement) => ProblemSetup.Prepare(
        new TrainingSpec
        {
            Dataset = new Phantoms(new PhantomsOptions { Train = 20, Test = 2, Size = 16 }),
            Measurement = measurement,
            Architecture = new Deconet.Deconet(new DeconetOptions()),
            Continuation = new NoContinuation(new NoContinuationOptions()),
            Loss = new MeanSquaredError(new NoOptions()),
            Training = new TrainingOptions { Epochs = 1, Optimizer = new Adam(new AdamOptions()) },
        },
        torch.CPU);
}
