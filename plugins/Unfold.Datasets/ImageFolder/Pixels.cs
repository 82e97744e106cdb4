using TorchSharp;

namespace Unfold.Datasets;

/// <summary>Bytes as pixels in [0, 1].</summary>
internal static class Pixels
{
    /// <summary>[count, length], float32.</summary>
    public static torch.Tensor Of(byte[] bytes, int length)
    {
        using var scope = torch.NewDisposeScope();
        return torch.tensor(bytes, dtype: torch.uint8).reshape(-1, length).to(torch.float32).div_(255).MoveToOuterDisposeScope();
    }
}
