using TorchSharp;

namespace Unfold.Testing;

/// <summary>The numbers of tensors, bit for bit.</summary>
internal static class TensorBits
{
    /// <summary>A copy of the bytes of a tensor on the CPU.</summary>
    public static byte[] Of(torch.Tensor tensor)
    {
        using var noGradient = torch.no_grad();
        using var detached = tensor.detach();
        using var contiguous = detached.contiguous();
        return contiguous.bytes.ToArray();
    }

    /// <summary>Whether two tensors have the same shape, type and bits.</summary>
    public static bool AreEqual(torch.Tensor left, torch.Tensor right)
    {
        if (left.dtype != right.dtype || !left.shape.AsSpan().SequenceEqual(right.shape))
            return false;
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return left.detach().contiguous().bytes.SequenceEqual(right.detach().contiguous().bytes);
    }

    /// <summary>A shape as messages show it.</summary>
    public static string Shape(torch.Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";

    /// <summary>The largest difference of two tensors, relative to the largest entry of the second.</summary>
    public static double RelativeDifference(torch.Tensor left, torch.Tensor right)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var (a, b) = (left.to(torch.float64), right.to(torch.float64));
        return (a - b).abs().max().item<double>() / Math.Max(b.abs().max().item<double>(), 1e-12);
    }

    /// <summary>Whether no entry is infinite or NaN.</summary>
    public static bool IsFinite(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.isfinite().all().item<bool>();
    }
}
