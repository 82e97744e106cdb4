using System.Runtime.InteropServices;
using TorchSharp;

namespace Unfold.Testing;

/// <summary>Whether tensors lie in memory that libtorch allocated, or in an array of .NET.</summary>
internal static class NativeMemory
{
    // What libtorch allocates begins at a multiple of it, on every system; .NET's arrays do so by chance.
    private const nuint Alignment = 64;

    /// <summary>Whether the storage of a tensor on the CPU begins where libtorch would not have put it.</summary>
    public static unsafe bool IsManaged(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU || tensor.is_sparse || tensor.numel() == 0)
            return false;
        using var noGradient = torch.no_grad();
        using var detached = tensor.detach();
        using var start = detached.as_strided([1], [1], 0);
        fixed (byte* address = &MemoryMarshal.GetReference(start.bytes))
            return (nuint)address % Alignment != 0;
    }
}
