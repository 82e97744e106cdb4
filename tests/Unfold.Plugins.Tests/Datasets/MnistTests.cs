using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public sealed class MnistTests
{
    [SkippableFact]
    public void The_published_files_give_the_known_mean_and_deviation()
    {
        using var all = Load(new MnistOptions());
        Assert.Equal([60_000, 784], all.Train.shape);
        Assert.Equal([10_000, 784], all.Test.shape);
        Assert.Equal(0.1307, all.Train.mean().item<float>(), 1e-4);
        Assert.Equal(0.3081, all.Train.std().item<float>(), 1e-4);
        Assert.Equal((0f, 1f), (all.Train.min().item<float>(), all.Train.max().item<float>()));
    }

    [SkippableFact]
    public void A_sample_depends_on_the_seed_and_has_no_image_twice()
    {
        var options = new MnistOptions { Train = 500, Test = 100 };
        using var first = Load(options);
        using var again = Load(options);
        using var other = Load(options, seed: 2);
        Assert.Equal(Rows(first.Train), Rows(again.Train));
        Assert.NotEqual(Rows(first.Train), Rows(other.Train));
        Assert.Equal(500, Rows(first.Train).Distinct().Count());
        Assert.Equal(first.ContentSha256, other.ContentSha256);
    }

    [Fact]
    public void A_sample_is_drawn_without_replacement_from_everything()
    {
        var indices = SeededSample.Of(1000, 400, new SplitMix64(7));
        Assert.Equal(400, indices.Distinct().Count());
        Assert.InRange(indices.Average(), 450, 550);
        Assert.Equal(Enumerable.Range(0, 5), SeededSample.Of(5, 5, new SplitMix64(7)));
    }

    [Fact]
    public void The_four_files_are_offered_for_download_from_two_mirrors_each()
    {
        var files = new Mnist(new MnistOptions()).Files;
        Assert.Equal(4, files.Count);
        Assert.All(files, f => Assert.Equal((64, 2), (f.Sha256.Length, f.Mirrors.Count)));
    }

    private static SignalSet Load(MnistOptions options, ulong seed = 1)
    {
        var folder = Environment.GetEnvironmentVariable("UNFOLD_DATA");
        Skip.If(string.IsNullOrEmpty(folder), "UNFOLD_DATA is not set: this test reads the real MNIST files ('unfold data fetch mnist')");
        return new Mnist(options).Load(new DatasetContext([folder!], seed));
    }

    private static List<string> Rows(torch.Tensor signals) =>
        [.. signals.data<float>().ToArray().Chunk(784).Select(row => string.Join(",", row))];
}
