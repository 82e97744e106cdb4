using TorchSharp;
using Unfold.Engine.Seeds;

namespace Unfold.Engine.Training;

/// <summary>The order in which an epoch sees the training signals, drawn on the CPU: the same on every device.</summary>
internal static class EpochOrder
{
    public static torch.Tensor Of(SeedStreams seeds, int epoch, long count, torch.Device device)
    {
        using var generator = seeds.Generator(SeedPurpose.Shuffle, epoch);
        using var order = torch.randperm(count, generator: generator);
        return order.to(device);
    }
}
