using TorchSharp;

namespace Unfold.Engine.Safetensors;

/// <summary>What a safetensors file held; owns the tensors, which are on the CPU.</summary>
/// <param name="Tensors">Tensors by name.</param>
/// <param name="Metadata">The texts of the header.</param>
public sealed record SafetensorsFile(IReadOnlyDictionary<string, torch.Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in Tensors.Values)
            tensor.Dispose();
    }
}
