using TorchSharp;

namespace Unfold.Engine.Safetensors;

/// <summary>The bytes of a tensor, in pieces: torch hands out spans, which end at 2 GB.</summary>
internal static class TensorBytes
{
    private const long Elements = 1 << 22;

    /// <summary>Visits the memory of a contiguous tensor on the CPU from its first element to its last.</summary>
    public static void Visit(torch.Tensor tensor, Action<torch.Tensor> piece)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var flat = tensor.view(-1);
        for (long start = 0; start < flat.shape[0]; start += Elements)
        {
            using var part = flat.narrow(0, start, Math.Min(Elements, flat.shape[0] - start));
            piece(part);
        }
    }
}
