using TorchSharp;
using Unfold.Datasets;

namespace Unfold.Plugins.Tests.Datasets;

public class PhantomsTests
{
    [Fact]
    public void One_seed_gives_the_same_images_whatever_their_number()
    {
        using var few = Load(1, 10);
        using var many = Load(1, 20);
        using var other = Load(2, 10);
        Assert.Equal(few.Train.data<float>().ToArray(), many.Train.narrow(0, 0, 10).contiguous().data<float>().ToArray());
        Assert.NotEqual(few.Train.data<float>().ToArray(), other.Train.data<float>().ToArray());
        Assert.NotEqual(few.Train.data<float>().ToArray(), few.Test.data<float>().ToArray());
        Assert.NotEqual(few.ContentSha256, other.ContentSha256);
    }

    [Fact]
    public void Pixels_lie_in_their_range_with_the_stated_mean_and_deviation()
    {
        using var signals = Load(7, 3000);
        Assert.InRange(signals.Train.min().item<float>(), 0, 1);
        Assert.InRange(signals.Train.max().item<float>(), 0, 1);
        Assert.Equal(signals.Scale.Mean, signals.Train.mean().item<float>(), 0.02);
        Assert.Equal(signals.Scale.StandardDeviation, signals.Train.std().item<float>(), 0.02);
    }

    [Fact]
    public void Drawing_them_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new Phantoms(new() { Train = 1000 }).Load(new DatasetContext([], 1) { Cancellation = stop.Token }));
    }

    private static SignalSet Load(ulong seed, int count) =>
        new Phantoms(new() { Train = count, Test = 10 }).Load(new DatasetContext([], seed));
}
