using TorchSharp;
using Unfold;
using Unfold.Testing;

namespace PluginNamespace.Tests;

public class PluginClassDatasetTests
{
    // As 'unfold plugins check Plugin-Name' does, with the default options.
    [Fact]
    public void It_keeps_what_the_contract_promises() =>
        Assert.All(ConformanceSuite.Of(() => new PluginClassDataset(new())), check => Assert.False(check.Failed, check.ToString()));

    [Fact]
    public void One_seed_gives_one_set_of_images_within_the_range_of_pixels()
    {
        using var first = Load(seed: 1);
        using var second = Load(seed: 1);
        using var other = Load(seed: 2);

        Assert.Equal(first.ContentSha256, second.ContentSha256);
        Assert.NotEqual(first.ContentSha256, other.ContentSha256);
        Assert.Equal([20L, first.Shape.Length], first.Train.shape);
        Assert.Equal([5L, first.Shape.Length], first.Test.shape);
        Assert.True((first.Train >= first.Scale.Minimum).all().item<bool>() && (first.Train <= first.Scale.Maximum).all().item<bool>());
    }

    [Fact]
    public void Training_and_test_images_have_nothing_in_common()
    {
        using var set = Load(seed: 1);

        Assert.True(torch.cdist(set.Train, set.Test).min().item<float>() > 1);
    }

    private static SignalSet Load(ulong seed) => new PluginClassDataset(new() { Train = 20, Test = 5 }).Load(new DatasetContext([], seed));
}
