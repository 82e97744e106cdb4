using TorchSharp;

namespace Unfold.Engine.Safetensors;

/// <summary>An element type by the name that the format gives it.</summary>
/// <param name="Name">Such as <c>F32</c>.</param>
/// <param name="Torch">Torch's type.</param>
/// <param name="Bytes">Bytes of an element.</param>
internal sealed record SafetensorsType(string Name, torch.ScalarType Torch, int Bytes)
{
    private static readonly SafetensorsType[] All =
    [
        new("F64", torch.ScalarType.Float64, 8),
        new("F32", torch.ScalarType.Float32, 4),
        new("F16", torch.ScalarType.Float16, 2),
        new("BF16", torch.ScalarType.BFloat16, 2),
        new("I64", torch.ScalarType.Int64, 8),
        new("I32", torch.ScalarType.Int32, 4),
        new("I16", torch.ScalarType.Int16, 2),
        new("I8", torch.ScalarType.Int8, 1),
        new("U8", torch.ScalarType.Byte, 1),
        new("BOOL", torch.ScalarType.Bool, 1),
        new("C64", torch.ScalarType.ComplexFloat32, 8),
    ];

    /// <summary>The type of a name, or null.</summary>
    public static SafetensorsType? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    /// <summary>The type of a tensor.</summary>
    /// <exception cref="NotSupportedException">The format has no such type.</exception>
    public static SafetensorsType Of(torch.Tensor tensor) =>
        All.FirstOrDefault(t => t.Torch == tensor.dtype) ?? throw new NotSupportedException($"safetensors has no element type for {tensor.dtype}");
}
